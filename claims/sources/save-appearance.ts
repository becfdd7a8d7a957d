import 'server-only'
import { canEdit } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { type OutsideWords, saveAppearanceSchema } from '@/claims/schema'
import { outsideColumns } from '@/claims/sources/outside-columns'
import { type ClaimRecord, loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { isoDay } from '@/platform/clock'
import { command } from '@/platform/command'
import { Conflict, Invalid } from '@/platform/errors'

/**
 * Changes what is written down of a claim made elsewhere: its words, who made it and where.
 * @throws Conflict where somebody else changed it first, Invalid where the claim was made in the interview: its words are
 * the transcript's.
 */
export const saveAppearance = command({
  input: saveAppearanceSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEdit(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const before = outsideWords(claim)
    if (!before) throw new Invalid('This claim was made in the interview: its words are the transcript’s.')
    if (JSON.stringify(before) !== JSON.stringify(input.from))
      throw new Conflict(
        'A colleague changed where this was said. Both are here: choose or combine.',
        presentClaim(claim, actor, await readSettings(tx)),
      )
    const data = await outsideColumns(tx, input.to)
    await recordContentChange(tx, { claim, revision, memberId: actor.id }, data)
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    return {
      value: claim.id,
      audit: [{ action: 'claim.appearance-changed', ...of, before, after: input.to }],
    }
  },
})

/** What stands of it; null for a claim made in the interview. */
function outsideWords(claim: ClaimRecord): OutsideWords | null {
  if (!claim.appearanceKind) return null
  return {
    quote: claim.quote,
    claimant: claim.claimant?.name ?? '',
    appearance: {
      kind: claim.appearanceKind,
      title: claim.appearanceTitle ?? '',
      url: claim.appearanceUrl ?? '',
      archivedUrl: claim.appearanceArchivedUrl ?? '',
      on: isoDay(claim.appearanceOn),
    },
  }
}
