import 'server-only'
import { canFlag } from '@/claims/policy'
import { flagOutsideClaimSchema } from '@/claims/schema'
import { outsideColumns } from '@/claims/sources/outside-columns'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { bumpRevision } from '@/transcripts/store'

/**
 * Flags a claim that was made outside the interview (a post, an earlier speech) but belongs to its story.
 * @returns the claim's id, which is the request's.
 */
export const flagOutsideClaim = command({
  input: flagOutsideClaimSchema,
  load: async (tx, input) => ({ revision: await bumpRevision(tx, input.interviewId) }),
  allow: (actor: Actor) => canFlag(actor),
  run: async (tx, { actor, input, loaded }) => {
    const of = { interviewId: input.interviewId, claimId: input.requestId }
    const { nextClaimNumber } = await tx.interview.update({
      where: { id: input.interviewId },
      data: { nextClaimNumber: { increment: 1 } },
      select: { nextClaimNumber: true },
    })
    const number = nextClaimNumber - 1
    await tx.claim.create({
      data: {
        id: input.requestId,
        interviewId: input.interviewId,
        number,
        origin: 'elsewhere',
        revision: loaded.revision,
        ...(await outsideColumns(tx, input)),
        claimReviewed: input.claimReviewed,
        createdById: actor.id,
        contributors: { create: { memberId: actor.id } },
      },
    })
    const after = { quote: input.quote, claimant: input.claimant, appearance: input.appearance }
    return {
      value: input.requestId,
      audit: [{ action: 'claim.flagged', subject: `Claim ${number}`, ...of, after }],
    }
  },
})
