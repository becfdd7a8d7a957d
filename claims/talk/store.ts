import 'server-only'
import type { Tx } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/** The comment that opened a thread. */
export type Opener = { id: string; claimId: string | null; resolvedAt: Date | null; body: string }

/** @throws NotFound where no such thread is at this place: of one claim, or of the interview itself. */
export async function requireThread(
  tx: Tx,
  place: { interviewId: string; threadId: string; claimId?: string | null },
): Promise<Opener> {
  const { interviewId, threadId, claimId } = place
  const opener = await tx.comment.findFirst({
    where: { id: threadId, threadId: null, interviewId, ...(claimId === undefined ? {} : { claimId }) },
    select: { id: true, claimId: true, resolvedAt: true, body: true },
  })
  if (!opener) throw new NotFound('There is no such conversation here.')
  return opener
}
