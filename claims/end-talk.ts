import 'server-only'
import { agreementOf } from '@/claims/agreement'
import { canEndTalk } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { agreementInputs } from '@/claims/present-life'
import { endTalkSchema } from '@/claims/schema'
import { loadClaimForChange, recordStandingChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { Conflict } from '@/platform/errors'

/**
 * Writes down how the talk about differing verdicts ended: with the claim's verdict, and why. It holds for that verdict on
 * these words.
 * @throws Conflict where the claim says another verdict by now.
 */
export const endTalk = command({
  input: endTalkSchema,
  load: async (tx, input) => ({
    ...(await loadClaimForChange(tx, input.claimId)),
    settings: await readSettings(tx),
  }),
  allow: (actor: Actor, { claim, settings }) =>
    canEndTalk(actor, {
      ...standingOf(claim),
      agreement: agreementOf(agreementInputs(claim, settings)).state,
      verdictKey: claim.verdictKey,
    }),
  run: async (tx, { actor, input, loaded: { claim, revision, settings } }) => {
    if (claim.verdictKey !== input.verdictKey)
      throw new Conflict(
        'A colleague chose another verdict meanwhile. Read the claim again.',
        presentClaim(claim, actor, settings),
      )
    const outcome = input.outcome.trim()
    await tx.claimTalk.create({
      data: {
        claimId: claim.id,
        memberId: actor.id,
        verdictKey: input.verdictKey,
        outcome,
        quote: claim.quote,
        claimReviewed: claim.claimReviewed,
      },
    })
    await recordStandingChange(tx, { claim, revision })
    return {
      value: claim.id,
      audit: [
        {
          action: 'claim.talk-ended',
          subject: `Claim ${claim.number}`,
          interviewId: claim.interviewId,
          claimId: claim.id,
          after: { verdict: input.verdictKey, outcome },
        },
      ],
    }
  },
})
