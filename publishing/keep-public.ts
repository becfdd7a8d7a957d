import 'server-only'
import type { Tx } from '@/platform/db'
import { keepAppearances } from '@/publishing/keep-appearances'
import type { Snapshot } from '@/publishing/snapshot-schema'

/**
 * Makes everything that is derived from publications say what this one shows, and nothing of the one before it. Whoever stores
 * a publication calls this in the same transaction: lists, search and the places where a check is shown change with the page.
 */
export async function keepPublic(
  tx: Tx,
  publication: { id: string; interviewId: string },
  snapshot: Snapshot,
): Promise<void> {
  await keepAppearances(tx, publication, snapshot)
  await tx.$queryRaw`SELECT keep_published(${publication.id}::uuid)::text`
}
