import 'server-only'
import { canDrop, canMove, canRestore } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { moveClaimSchema } from '@/claims/schema'
import { loadClaimForChange, recordStandingChange } from '@/claims/store'
import { STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { deny } from '@/platform/decision'
import { Conflict } from '@/platform/errors'

/**
 * Moves a claim to another status: onwards, dropped, or restored to where it was dropped from. Approval and handing back are
 * acts of their own (approve-claim.ts, hand-back-claim.ts).
 * @throws Conflict where the claim no longer stands where the mover saw it.
 */
export const moveClaim = command({
  input: moveClaimSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }, { from, to }) => {
    // Where it stands otherwise than the mover saw, the answer is a Conflict (below), not a refusal.
    if (claim.status !== from) return { allowed: true }
    const standing = standingOf(claim)
    if (to === 'dropped') return canDrop(actor, standing)
    if (claim.status === 'dropped')
      return to === claim.droppedFrom
        ? canRestore(actor, standing)
        : deny('A dropped claim goes back to where it stood.')
    return canMove(actor, standing, to)
  },
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    // It is there already: a move sent again after a lost answer, or two people of one mind.
    if (claim.status === input.to)
      return { value: claim.id, audit: [{ action: 'claim.move-repeated', ...of }] }
    if (claim.status !== input.from) {
      throw new Conflict(
        `A colleague moved this claim to “${STATUS_LABELS[claim.status]}” meanwhile.`,
        presentClaim(claim, actor, await readSettings(tx)),
      )
    }
    await recordStandingChange(tx, { claim, revision }, columnsOf(claim.status, input.to, actor))
    return {
      value: claim.id,
      audit: [
        {
          action:
            input.to === 'dropped'
              ? 'claim.dropped'
              : claim.status === 'dropped'
                ? 'claim.restored'
                : 'claim.moved',
          ...of,
          before: { status: claim.status },
          after: { status: input.to },
        },
      ],
    }
  },
})

function columnsOf(from: Status, to: Status, actor: Actor) {
  // Who sends it to review is whom it goes back to; why it was handed back is settled then.
  const sent = to === 'inReview' && from !== 'dropped' ? { sentById: actor.id, handedBackAt: null } : {}
  return { status: to, droppedFrom: to === 'dropped' ? from : null, ...sent }
}
