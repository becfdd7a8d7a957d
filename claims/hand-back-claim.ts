import 'server-only'
import { notify } from '@/claims/notify'
import { canHandBack } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { handBackSchema } from '@/claims/schema'
import { type ClaimRecord, loadClaimForChange, recordStandingChange } from '@/claims/store'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict } from '@/platform/errors'

/**
 * Hands a claim back for more work, with the reason in its talk. It goes to who sent it to review, else to who it is assigned
 * to, else to who flagged it; the approval, if there was one, stays on record.
 * @throws Conflict where the claim no longer stands where the reviewer saw it.
 */
export const handBackClaim = command({
  input: handBackSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }, { from }) =>
    claim.status === from ? canHandBack(actor, standingOf(claim)) : { allowed: true },
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    if (claim.status !== input.from)
      throw new Conflict(
        `A colleague moved this claim to “${STATUS_LABELS[claim.status]}” meanwhile.`,
        presentClaim(claim, actor, await readSettings(tx)),
      )
    const reason = input.reason.trim()
    const to = await whoWorksOn(tx, claim, actor)
    const { id: commentId } = await tx.comment.create({
      data: {
        interviewId: claim.interviewId,
        claimId: claim.id,
        authorId: actor.id,
        kind: 'handedBack',
        body: reason,
      },
      select: { id: true },
    })
    await recordStandingChange(
      tx,
      { claim, revision },
      { status: 'researching', handedBackAt: now(), ...(to ? { assigneeId: to } : {}) },
    )
    const of = { interviewId: claim.interviewId, claimId: claim.id }
    if (to)
      await notify(tx, [
        {
          ...of,
          memberIds: [to],
          kind: 'handedBack',
          commentId,
          actor,
          text: reason,
          key: `handedBack:${commentId}`,
        },
      ])
    return {
      value: claim.id,
      audit: [
        {
          action: 'claim.handed-back',
          subject: `Claim ${claim.number}`,
          ...of,
          before: { status: claim.status, assigneeId: claim.assigneeId },
          after: { status: 'researching', assigneeId: to ?? claim.assigneeId, reason },
        },
      ],
    }
  },
})

/** Whom it goes back to: an active member other than the reviewer; null where it stays with whom it is assigned to. */
async function whoWorksOn(tx: Tx, claim: ClaimRecord, reviewer: Actor): Promise<string | null> {
  const wanted = [claim.sentById, claim.assigneeId, claim.createdById].flatMap((id) =>
    id && id !== reviewer.id ? [id] : [],
  )
  const active = await tx.member.findMany({
    where: { id: { in: wanted }, deactivatedAt: null },
    select: { id: true },
  })
  return wanted.find((id) => active.some((member) => member.id === id)) ?? null
}
