import 'server-only'
import type { Tx } from '@/platform/db'
import { touchesPublic } from '@/platform/public-front'
import { appearancesOf } from '@/publishing/appearances'
import type { Snapshot } from '@/publishing/snapshot-schema'

/**
 * Makes the list of where checks are shown say what this publication shows, and nothing of the one before it: a claim that went
 * off the page, or a page that was taken down, is counted nowhere from the same moment on.
 */
export async function keepAppearances(
  tx: Tx,
  { id, interviewId }: { id: string; interviewId: string },
  snapshot: Snapshot,
): Promise<void> {
  touchesPublic(tx)
  await tx.publishedAppearance.deleteMany({ where: { interviewId } })
  if (snapshot.kind === 'takedown') return
  await tx.publishedAppearance.createMany({
    data: appearancesOf(snapshot).map((one) => ({ ...one, interviewId, publicationId: id })),
  })
}
