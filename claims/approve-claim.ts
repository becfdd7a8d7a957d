import 'server-only'
import { quoteStands } from '@/claims/anchor'
import { checkClaim } from '@/claims/check-claim'
import { opinionsOnRecord } from '@/claims/give-opinion'
import { canApprove } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { completenessOf, opinionsNeeded } from '@/claims/present-life'
import { approveClaimSchema } from '@/claims/schema'
import { loadClaimForChange, recordStandingChange, turnsForAnchor } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { Conflict, Invalid } from '@/platform/errors'

/**
 * Agrees a verdict. The approval keeps the claim exactly as it was read; publication shows that and nothing later.
 * @throws Conflict where the claim changed since the approver read it; Invalid where its quote no longer stands.
 */
export const approveClaim = command({
  input: approveClaimSchema,
  load: async (tx, input) => ({
    ...(await loadClaimForChange(tx, input.claimId)),
    settings: await readSettings(tx),
  }),
  allow: (actor: Actor, { claim, settings }) =>
    canApprove(actor, { ...standingOf(claim), ...completenessOf(claim, settings) }, settings),
  run: async (tx, { actor, input, loaded: { claim, revision, settings } }) => {
    if (claim.version !== input.version)
      throw new Conflict(
        'The claim changed while you were reading. Read it again, then approve.',
        presentClaim(claim, actor, settings),
      )
    const approvedAt = now()
    const content = checkClaim(claim, approvedAt)
    if (content.anchor) {
      const turns = await turnsForAnchor(tx, claim.interviewId, content.anchor)
      if (claim.needsAnchor || !quoteStands(turns, content.anchor, content.quote))
        throw new Invalid('The quote no longer stands in the transcript. Say where it stands now.', {
          selection: 'Select the words again.',
        })
    }
    await tx.claimApproval.create({
      data: { claimId: claim.id, claimVersion: claim.version, content, approvedById: actor.id, approvedAt },
    })
    await recordStandingChange(tx, { claim, revision }, { status: 'approved' })
    return {
      value: claim.id,
      audit: [
        {
          action: 'claim.approved',
          subject: `Claim ${claim.number}`,
          interviewId: claim.interviewId,
          claimId: claim.id,
          before: { status: claim.status },
          after: {
            status: 'approved',
            version: claim.version,
            verdict: content.verdict.key,
            ...(opinionsNeeded(claim, settings) > 0 ? { opinions: opinionsOnRecord(claim) } : {}),
          },
        },
      ],
    }
  },
})
