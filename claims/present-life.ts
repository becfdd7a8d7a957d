import 'server-only'
import { type AgreementOf, agreementOf, isAbout, missingAgreement } from '@/claims/agreement'
import { missingForApproval, repliesWorthKnowing } from '@/claims/completeness'
import { repeatStanding } from '@/claims/repeat/shared-check'
import type { ClaimRecord } from '@/claims/store'
import type { AgreementView, ClaimView, HearingView } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import type { Settings } from '@/newsroom/settings-schema'
import { now } from '@/platform/clock'

/** True where there is something to replay: a recording, and the second in it. */
export function hasClip(claim: ClaimRecord): boolean {
  return claim.interview.recording !== null && claim.startMs !== null && !claim.needsAnchor
}

export function hearingView(claim: ClaimRecord, settings: Settings): HearingView {
  const said = (hearing: ClaimRecord['hearings'][number] | undefined) =>
    hearing ? { by: hearing.member.name, at: hearing.at.toISOString() } : null
  const heard = claim.hearings.find(
    ({ quote, startMs, endMs }) =>
      quote === claim.quote && startMs === claim.startMs && endMs === claim.endMs,
  )
  return {
    machineMade: claim.interview.transcript?.machineMade ?? false,
    needed:
      settings.hearingRequired &&
      (claim.interview.transcript?.machineMade ?? false) &&
      claim.interview.recording !== null &&
      claim.startMs !== null,
    heard: said(heard),
    before: heard ? null : said(claim.hearings[0]),
  }
}

/** How many editors judge this claim: a note that rates nothing asks nobody. */
export function opinionsNeeded(claim: ClaimRecord, settings: Settings): number {
  // A repeat shares a verdict that was agreed on already.
  if (claim.repeatOf) return 0
  return claim.verdict && !claim.verdict.rates ? 0 : settings.opinionsNeeded
}

export function agreementInputs(claim: ClaimRecord, settings: Settings): AgreementOf {
  const { quote, claimReviewed, verdictKey, opinions, talks } = claim
  return { quote, claimReviewed, verdictKey, opinions, talks, needed: opinionsNeeded(claim, settings) }
}

/** What this member may know of the opinions: their own, and the others' once enough were given. */
export function agreementView(claim: ClaimRecord, actor: Actor, settings: Settings): AgreementView {
  const inputs = agreementInputs(claim, settings)
  const { state, given } = agreementOf(inputs)
  const open = state !== 'sealed' && state !== 'off'
  const talk = claim.talks[0]
  const opinions = claim.opinions.map((opinion) => ({
    memberId: opinion.memberId,
    by: opinion.member.name,
    verdictKey: opinion.verdictKey,
    reason: opinion.reason,
    at: opinion.at.toISOString(),
    openly: opinion.openly,
    current: isAbout(opinion, claim),
  }))
  return {
    state,
    needed: inputs.needed,
    given,
    givenBy: opinions.filter((opinion) => opinion.current).map((opinion) => opinion.by),
    mine: opinions.find((opinion) => opinion.memberId === actor.id) ?? null,
    others: open ? opinions.filter((opinion) => opinion.memberId !== actor.id) : [],
    talk:
      open && talk
        ? {
            by: talk.member.name,
            at: talk.at.toISOString(),
            outcome: talk.outcome,
            verdictKey: talk.verdictKey,
            current: isAbout(talk, claim) && talk.verdictKey === claim.verdictKey,
          }
        : null,
  }
}

export function handedBackView(claim: ClaimRecord): ClaimView['handedBack'] {
  const why = claim.comments[0]
  if (!claim.handedBackAt || !why) return null
  return { by: why.author?.name ?? 'Claimline', at: why.createdAt.toISOString(), why: why.body }
}

/** What is missing before an approval, and what an editor should know first; both as sentences. */
export function completenessOf(
  claim: ClaimRecord,
  settings: Settings,
): { missing: string[]; warnings: string[] } {
  const hearing = hearingView(claim, settings)
  const inputs = agreementInputs(claim, settings)
  const right = {
    verdict: claim.verdict,
    person: claim.claimant?.name ?? claim.firstTurn?.participant?.person?.name ?? null,
    replies: claim.replies,
    now: now(),
    timeZone: settings.timeZone,
  }
  return {
    missing: missingForApproval({
      ...claim,
      sharedCheck: repeatStanding(claim),
      publicEvidence: claim.evidence.filter((item) => !item.internal).length,
      hearing: { needed: hearing.needed, heard: hearing.heard !== null },
      agreement: missingAgreement(inputs.needed, agreementOf(inputs)),
      right,
    }),
    // Of a repeat its root answers.
    warnings: claim.repeatOf ? [] : repliesWorthKnowing(right),
  }
}
