import 'server-only'
import { canHear } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { hasClip } from '@/claims/present-life'
import { hearClaimSchema } from '@/claims/schema'
import { loadClaimForChange, recordStandingChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { Conflict } from '@/platform/errors'

/**
 * Records that this member replayed the clip against the words: these words and these seconds, and no others.
 * @throws Conflict where other words or seconds stand there by now.
 */
export const hearClaim = command({
  input: hearClaimSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canHear(actor, { ...standingOf(claim), hasClip: hasClip(claim) }),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const { quote, startMs, endMs } = claim
    if (input.quote !== quote || input.startMs !== startMs || input.endMs !== endMs)
      throw new Conflict(
        'Other words or seconds stand there by now. Replay the clip against them.',
        presentClaim(claim, actor, await readSettings(tx)),
      )
    const heard = { quote, startMs, endMs }
    const mine = { claimId: claim.id, memberId: actor.id, ...heard }
    if (await tx.claimHearing.findFirst({ where: mine, select: { id: true } }))
      return { value: claim.id, audit: [{ action: 'claim.heard-repeated', ...of }] }
    await tx.claimHearing.create({ data: mine })
    await recordStandingChange(tx, { claim, revision })
    return { value: claim.id, audit: [{ action: 'claim.heard', ...of, after: heard }] }
  },
})
