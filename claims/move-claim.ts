import 'server-only'
import { canDrop, canMove, canRestore, needsReason } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { moveClaimSchema } from '@/claims/schema'
import { loadClaimForChange, recordStandingChange } from '@/claims/store'
import { STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { deny } from '@/platform/decision'
import { Conflict, Invalid } from '@/platform/errors'

/**
 * Moves a claim to another status: onwards, back with a reason, dropped, or restored to where it was dropped from.
 * Approval is an act of its own (approve-claim.ts).
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
    const reason = input.reason.trim()
    if (needsReason(claim.status, input.to) && reason === '')
      throw new Invalid('Say why it goes back.', {
        reason: 'Say why it goes back, so that the writer can act on it.',
      })
    await recordStandingChange(tx, { claim, revision }, statusColumns(claim.status, input.to))
    if (reason !== '')
      await tx.comment.create({
        data: { interviewId: claim.interviewId, claimId: claim.id, authorId: actor.id, body: reason },
      })
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
          after: { status: input.to, ...(reason ? { reason } : {}) },
        },
      ],
    }
  },
})

function statusColumns(from: Status, to: Status): { status: Status; droppedFrom: Status | null } {
  return { status: to, droppedFrom: to === 'dropped' ? from : null }
}
