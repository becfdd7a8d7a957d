import 'server-only'
import { type CheckedClaim, checkedClaimSchema } from '@/claims/checked-claim'
import { renderMarkdown } from '@/claims/markdown'
import { agreedCheck, checkIdOf } from '@/claims/repeat/shared-check'
import type { ClaimRecord } from '@/claims/store'
import { isoDay, isoMoment } from '@/platform/clock'
import { Invalid } from '@/platform/errors'

/** Who made a claim, as readers read it. */
export function speakerOf(claim: Pick<ClaimRecord, 'firstTurn' | 'claimant'>): CheckedClaim['speaker'] {
  const participant = claim.firstTurn?.participant
  const person = claim.claimant ?? participant?.person ?? null
  return {
    name: participant?.name ?? person?.name ?? 'Unnamed speaker',
    personSlug: person?.slug ?? null,
    affiliation: person?.affiliation ?? '',
  }
}

/**
 * The claim as readers would see it: the only way from the desk's rows to what can be published. It names each field it
 * lets through, so a new internal column stays inside until somebody writes it down here.
 * @param checkedAt when the second person agreed.
 * @throws Invalid where the claim has no sentence or no verdict, or repeats one whose check is not approved.
 */
export function checkClaim(claim: ClaimRecord, checkedAt: Date): CheckedClaim {
  const { verdict } = claim
  if (!verdict) throw new Invalid('Choose a verdict.', { verdictKey: 'Choose a verdict.' })
  const anchored =
    claim.firstTurnId !== null &&
    claim.lastTurnId !== null &&
    claim.firstWord !== null &&
    claim.lastWord !== null
  return checkedClaimSchema.parse({
    number: claim.number,
    anchor: anchored
      ? {
          firstTurnId: claim.firstTurnId,
          firstWord: claim.firstWord,
          lastTurnId: claim.lastTurnId,
          lastWord: claim.lastWord,
        }
      : null,
    quote: claim.quote,
    prefix: claim.prefix,
    suffix: claim.suffix,
    startMs: claim.startMs,
    endMs: claim.endMs,
    speaker: speakerOf(claim),
    appearance: claim.appearanceKind
      ? {
          kind: claim.appearanceKind,
          title: claim.appearanceTitle ?? '',
          url: claim.appearanceUrl ?? '',
          archivedUrl: claim.appearanceArchivedUrl ?? '',
          on: isoDay(claim.appearanceOn),
        }
      : null,
    claimReviewed: claim.claimReviewed,
    verdict: {
      key: verdict.key,
      label: verdict.label,
      definition: verdict.definition,
      icon: verdict.icon,
      colour: verdict.colour,
      ratingValue: verdict.ratingValue,
      rates: verdict.rates,
    },
    explanationHtml: renderMarkdown(claim.explanation),
    challenge: { kind: claim.challenge, turnId: claim.challengeTurnId, ms: claim.challengeMs },
    evidence: claim.evidence
      .filter((item) => !item.internal)
      .map((item) => ({
        kind: item.kind,
        stance: item.stance,
        primary: item.primary,
        title: item.title,
        publisher: item.publisher,
        url: item.url,
        archivedUrl: item.archivedUrl,
        quote: item.quote,
        publishedOn: isoDay(item.publishedOn),
        accessedOn: isoDay(item.accessedOn),
        expert: item.expert && {
          name: item.expert.name,
          affiliation: item.affiliation ?? item.expert.affiliation,
          description: item.description ?? item.expert.description,
          basis: item.basis,
        },
      })),
    replies: claim.replies.map((reply) => ({
      asked: reply.asked,
      askedAt: reply.askedAt.toISOString(),
      deadline: isoMoment(reply.deadline),
      outcome: reply.outcome,
      answer: reply.answer,
      answeredAt: isoMoment(reply.answeredAt),
    })),
    topics: claim.topics.map(({ topic }) => ({ slug: topic.slug, name: topic.name })),
    checkId: checkIdOf(claim),
    checkedAt: checkedAt.toISOString(),
    ...agreedCheck(claim),
  })
}
