import 'server-only'
import { canEdit } from '@/claims/policy'
import { standingOf } from '@/claims/present-claim'
import { touchFamily } from '@/claims/repeat/family'
import { unlinkRepeatSchema } from '@/claims/repeat/schema'
import { loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'

/**
 * Parts a repeat from the claim whose check it shares: what was written for it before the two were linked is its check again.
 * Linking it once more takes this back. @returns the claim's id.
 */
export const unlinkRepeat = command({
  input: unlinkRepeatSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEdit(actor, standingOf(claim)),
  run: async (tx, { actor, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const { repeatOf } = claim
    if (!repeatOf) return { value: claim.id, audit: [{ action: 'claim.unlink-repeated', ...of }] }
    // Told before they are parted: afterwards this claim has no family.
    await touchFamily(tx, claim.id, 'all')
    await recordContentChange(tx, { claim, revision, memberId: actor.id }, { repeatOfId: null })
    const before = { repeatOf: repeatOf.id, number: repeatOf.number, interviewId: repeatOf.interviewId }
    return { value: claim.id, audit: [{ action: 'claim.parted-from-repeat', ...of, before }] }
  },
})
