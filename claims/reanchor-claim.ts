import 'server-only'
import { canEdit } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { reanchorClaimSchema } from '@/claims/schema'
import { anchorFromStore, loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { Conflict, Invalid } from '@/platform/errors'

/** Puts a claim on other words: a person's decision, never a guess. @throws Conflict, Invalid */
export const reanchorClaim = command({
  input: reanchorClaimSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEdit(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    if (claim.origin !== 'interview')
      throw new Invalid('This claim was made outside the interview and stands on none of its words.')
    if (claim.version !== input.version) {
      throw new Conflict(
        'A colleague changed this claim meanwhile. Look at it again, then move it.',
        presentClaim(claim, actor, await readSettings(tx)),
      )
    }
    const anchor = await anchorFromStore(tx, claim.interviewId, input.selection, input.seen)
    await recordContentChange(
      tx,
      { claim, revision, memberId: actor.id },
      { ...input.selection, ...anchor, needsAnchor: false, anchorVersion: claim.version + 1 },
    )
    return {
      value: claim.id,
      audit: [
        {
          action: 'claim.reanchored',
          subject: `Claim ${claim.number}`,
          interviewId: claim.interviewId,
          claimId: claim.id,
          before: { quote: claim.quote, startMs: claim.startMs, endMs: claim.endMs },
          after: { quote: anchor.quote, startMs: anchor.startMs, endMs: anchor.endMs },
        },
      ],
    }
  },
})
