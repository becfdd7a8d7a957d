import 'server-only'
import { canFlag } from '@/claims/policy'
import { flagClaimSchema } from '@/claims/schema'
import { anchorFromStore } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { bumpRevision } from '@/transcripts/store'

/**
 * Flags words as a claim. Quote, surroundings and seconds come from the stored words. The request's id becomes the
 * claim's, so that a browser can write on about a claim before the server has answered.
 * @returns the claim's id.
 * @throws Invalid where the selection is no span of stored words; Conflict where they are not the words that were seen.
 */
export const flagClaim = command({
  input: flagClaimSchema,
  load: async (tx, input) => ({ revision: await bumpRevision(tx, input.interviewId) }),
  allow: (actor: Actor) => canFlag(actor),
  run: async (tx, { actor, input, loaded }) => {
    const anchor = await anchorFromStore(tx, input.interviewId, input.selection, input.seen)
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
        revision: loaded.revision,
        ...input.selection,
        ...anchor,
        claimReviewed: input.claimReviewed,
        createdById: actor.id,
        contributors: { create: { memberId: actor.id } },
      },
    })
    const after = { quote: anchor.quote, startMs: anchor.startMs, endMs: anchor.endMs, ...input.selection }
    return {
      value: input.requestId,
      audit: [
        {
          action: 'claim.flagged',
          subject: `Claim ${number}`,
          interviewId: input.interviewId,
          claimId: input.requestId,
          after,
        },
      ],
    }
  },
})
