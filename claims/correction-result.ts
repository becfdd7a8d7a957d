import 'server-only'
import { deskChanges } from '@/claims/queries'
import type { CorrectionResult } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { stepView } from '@/transcripts/correction-queries'

/** What a correction did, as the desk stands now. @throws NotFound */
export async function correctionResult(actor: Actor, stepId: string): Promise<CorrectionResult> {
  const row = await db().transcriptStep.findUnique({
    where: { id: stepId },
    select: { interviewId: true, revision: true },
  })
  if (!row) throw new NotFound('There is no such step in the history.')
  // From the revision before the step on: whatever a colleague did in the same moment comes along and does no harm.
  const [step, changes] = [
    await stepView(actor, stepId),
    await deskChanges(actor, row.interviewId, row.revision - 1),
  ]
  return { ...changes, revision: row.revision, step }
}
