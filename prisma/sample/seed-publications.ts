import { reviseClaim } from '@/claims/revise-claim'
import { db } from '@/platform/db'
import type { Sample } from '@/prisma/sample/sample'
import { sampleId } from '@/prisma/sample/sample-id'
import type { SampleChange } from '@/prisma/sample/schema'
import { addSampleEvidence, approve } from '@/prisma/sample/seed-claims'
import type { SeededInterview } from '@/prisma/sample/seed-interview'
import type { SampleMembers } from '@/prisma/sample/seed-members'
import { publishInterview } from '@/publishing/publish-interview'

/** Publishes the sample, then each of its public changes as a publication of its own. */
export async function publishSample(
  sample: Sample,
  interview: SeededInterview,
  claimIds: readonly string[],
  members: SampleMembers,
): Promise<void> {
  const done = await db().publication.count({ where: { interviewId: interview.id } })
  if (done === 0) await publish(interview.id, [], members)
  for (const [index, change] of sample.changes.entries()) {
    if (done > index + 1) continue
    const claimId = claimIds[change.claim]
    if (claimId === undefined) throw new Error(`The sample has no claim ${change.claim}.`)
    await apply(claimId, index, change, members)
    const { number } = await db().claim.findUniqueOrThrow({
      where: { id: claimId },
      select: { number: true },
    })
    const { kind, wrong, note } = change
    await publish(interview.id, [{ kind, wrong, note, claimNumber: number }], members)
  }
}

async function apply(
  claimId: string,
  index: number,
  change: SampleChange,
  { editor, reporter }: SampleMembers,
): Promise<void> {
  const { before, after } = change
  const field = <T>(from: T | undefined, to: T | undefined) =>
    from === undefined || to === undefined ? undefined : { from, to }
  await reviseClaim(editor, {
    claimId,
    changes: {
      claimReviewed: field(before.claimReviewed, after.claimReviewed),
      verdictKey: field(before.verdict, after.verdict),
      explanation: field(before.explanation, after.explanation),
    },
  })
  for (const [position, item] of change.addEvidence.entries())
    await addSampleEvidence(claimId, sampleId('change', index, 'evidence', position), item, reporter)
  const { status } = await db().claim.findUniqueOrThrow({ where: { id: claimId }, select: { status: true } })
  if (status === 'inReview') await approve(claimId, editor)
}

async function publish(interviewId: string, changes: object[], { editor }: SampleMembers): Promise<void> {
  const { revision } = await db().interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: { revision: true },
  })
  await publishInterview(editor, { interviewId, revision, changes })
}
