import 'server-only'
import { agreementOf, isAbout } from '@/claims/agreement'
import { notify } from '@/claims/notify'
import { canGiveOpinion } from '@/claims/policy'
import { presentClaim, standingOf } from '@/claims/present-claim'
import { agreementInputs, opinionsNeeded } from '@/claims/present-life'
import { giveOpinionSchema } from '@/claims/schema'
import { type ClaimRecord, loadClaim, loadClaimForChange, recordStandingChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import type { AuditDraft } from '@/platform/audit'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { Conflict, Invalid } from '@/platform/errors'

/**
 * Records the verdict that this editor would give. Until enough editors have given theirs nobody is told another's, not by
 * the trail either: what was given is written there when the opinions are opened. ADR 22.
 * @throws Conflict where the sentence or the words changed meanwhile; Invalid where the verdict is not on the scale.
 */
export const giveOpinion = command({
  input: giveOpinionSchema,
  load: async (tx, input) => ({
    ...(await loadClaimForChange(tx, input.claimId)),
    settings: await readSettings(tx),
  }),
  allow: (actor: Actor, { claim, settings }) =>
    canGiveOpinion(actor, {
      ...standingOf(claim),
      opinionsNeeded: opinionsNeeded(claim, settings),
      claimReviewed: claim.claimReviewed,
    }),
  run: async (tx, { actor, input, loaded: { claim, revision, settings } }) => {
    if (!isAbout(input, claim))
      throw new Conflict(
        'The claim was worded otherwise meanwhile. Read it again, then judge it.',
        presentClaim(claim, actor, settings),
      )
    const verdict = await tx.verdict.findFirst({ where: { key: input.verdictKey, retiredAt: null } })
    if (!verdict)
      throw new Invalid('That verdict is not on the scale.', { verdictKey: 'Choose a verdict of the scale.' })
    const before = agreementOf(agreementInputs(claim, settings))
    const openly = before.state !== 'sealed'
    const given = {
      verdictKey: verdict.key,
      reason: input.reason.trim(),
      quote: claim.quote,
      claimReviewed: claim.claimReviewed,
      openly,
      at: now(),
    }
    const key = { claimId: claim.id, memberId: actor.id }
    await tx.claimOpinion.upsert({
      where: { claimId_memberId: key },
      create: { ...key, ...given },
      update: given,
    })
    await recordStandingChange(tx, { claim, revision })
    const next = await loadClaim(tx, claim.id)
    const after = agreementOf(agreementInputs(next, settings))
    const of = { interviewId: claim.interviewId, claimId: claim.id }
    if (after.state === 'differ' && before.state !== 'differ')
      await notify(tx, [
        {
          ...of,
          memberIds: involvedIn(next),
          kind: 'talk',
          actor: { id: null, name: '' },
          text: `The editors’ verdicts on claim ${claim.number} differ.`,
          key: `talk:${claim.id}:${revision}`,
        },
      ])
    const subject = `Claim ${claim.number}`
    const mine = claim.opinions.find((opinion) => opinion.memberId === actor.id)
    const said: AuditDraft = {
      action: 'claim.opinion-given',
      subject,
      ...of,
      ...(openly && mine ? { before: { verdict: mine.verdictKey, reason: mine.reason } } : {}),
      ...(openly ? { after: { verdict: given.verdictKey, reason: given.reason } } : {}),
    }
    const opened = !openly && after.state !== 'sealed'
    return {
      value: claim.id,
      audit: opened
        ? [
            said,
            { action: 'claim.opinions-opened', subject, ...of, after: { opinions: opinionsOnRecord(next) } },
          ]
        : [said],
    }
  },
})

function involvedIn(claim: ClaimRecord): string[] {
  const judges = claim.opinions
    .filter((opinion) => isAbout(opinion, claim))
    .map((opinion) => opinion.memberId)
  return claim.assigneeId ? [...judges, claim.assigneeId] : judges
}

/** What the trail keeps of the opinions once they are open. */
export function opinionsOnRecord(claim: ClaimRecord) {
  return claim.opinions
    .filter((opinion) => isAbout(opinion, claim))
    .map((opinion) => ({ by: opinion.member.name, verdict: opinion.verdictKey, reason: opinion.reason }))
}
