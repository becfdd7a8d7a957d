import 'server-only'
import type { Reader } from '@/platform/db'
import { type PageSnapshot, snapshotSchema } from '@/publishing/snapshot-schema'

/** The page that an interview's publication of this number shows; null where there is none, or it is a takedown's notice. */
export async function earlierPage(
  reader: Pick<Reader, 'publication'>,
  interviewId: string,
  number: number,
): Promise<PageSnapshot | null> {
  const row = await reader.publication.findUnique({
    where: { interviewId_number: { interviewId, number } },
    select: { snapshot: true },
  })
  const snapshot = row && snapshotSchema.parse(row.snapshot)
  return snapshot?.kind === 'page' ? snapshot : null
}
