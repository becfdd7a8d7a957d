import 'server-only'
import { canEdit } from '@/claims/policy'
import { standingOf } from '@/claims/present-claim'
import { lockFamilies, touchFamily } from '@/claims/repeat/family'
import { rootOf } from '@/claims/repeat/root-of'
import { linkRepeatSchema } from '@/claims/repeat/schema'
import { type ClaimRecord, loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import type { AuditDraft } from '@/platform/audit'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Invalid } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/**
 * Says that a claim was made before: from now on it shares that claim's check and keeps its own words, place and clip. Its own
 * check rests until the two are parted. Claims that repeat this one go along, so a repeat always points at a root.
 * @returns the claim's id. @throws Invalid where the two are one check already, or the other was dropped.
 */
export const linkRepeat = command({
  input: linkRepeatSchema,
  load: async (tx, input) => {
    await lockFamilies(tx, [input.claimId, input.toClaimId])
    return { ...(await loadClaimForChange(tx, input.claimId)), root: await rootOf(tx, input.toClaimId) }
  },
  allow: (actor: Actor, { claim }) => canEdit(actor, standingOf(claim)),
  run: async (tx, { actor, loaded: { claim, revision, root } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    if (claim.repeatOfId === root.id)
      return { value: claim.id, audit: [{ action: 'claim.link-repeated', ...of }] }
    if (root.id === claim.id)
      throw new Invalid('The two share one check already.', { toClaimId: 'Choose another claim.' })
    if (root.status === 'dropped')
      throw new Invalid('That claim was dropped. Restore it, or choose another.', {
        toClaimId: 'Choose another claim.',
      })
    const before = { repeatOf: claim.repeatOfId }
    if (claim.repeatOfId) await touchFamily(tx, claim.id, 'all')
    const along = await moveAlong(tx, claim, root)
    await recordContentChange(tx, { claim, revision, memberId: actor.id }, { repeatOfId: root.id })
    await touchFamily(tx, claim.id, 'all')
    const after = { repeatOf: root.id, number: root.number, interviewId: root.interviewId }
    return { value: claim.id, audit: [{ action: LINKED, ...of, before, after }, ...along] }
  },
})

const LINKED = 'claim.linked-as-repeat'

/**
 * The repeats of a claim that becomes one become its new root's. What was agreed of them was agreed of another check.
 * @returns what the trail of each of them keeps of it.
 */
async function moveAlong(
  tx: Tx,
  claim: Pick<ClaimRecord, 'id' | 'repeats'>,
  root: Pick<ClaimRecord, 'id' | 'number' | 'interviewId'>,
): Promise<AuditDraft[]> {
  const audit: AuditDraft[] = []
  for (const { id } of claim.repeats) {
    const { interviewId, number, status } = await tx.claim.findUniqueOrThrow({
      where: { id },
      select: { interviewId: true, number: true, status: true },
    })
    const stands = status === 'approved' ? 'inReview' : status
    await tx.claim.update({
      where: { id },
      data: {
        repeatOfId: root.id,
        version: { increment: 1 },
        revision: await bumpRevision(tx, interviewId),
        status: stands,
      },
    })
    audit.push({
      action: LINKED,
      subject: `Claim ${number}`,
      interviewId,
      claimId: id,
      before: { repeatOf: claim.id, status },
      after: { repeatOf: root.id, number: root.number, interviewId: root.interviewId, status: stands },
    })
  }
  return audit
}
