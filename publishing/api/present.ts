import { picturePath, recordingPath } from '@/publishing/addresses'
import { claimPlaces, interviewClaimsApi, placesOf, transcriptApi } from '@/publishing/api/addresses'
import type { Claim, Interview, InterviewSummary, Transcript } from '@/publishing/api/resources'
import { type Card, cardOf } from '@/publishing/card'
import type { PageSnapshot, SnapshotChange, SnapshotClaim } from '@/publishing/snapshot-schema'
import { watchAddress } from '@/transcripts/embed'

/** Publications as the API says them. Pure; `origin` without a slash at its end. */

/** An interview in lists. */
export function summaryFrom(card: Card, origin: string): InterviewSummary {
  const { slug, title, standfirst, dateline, happenedOn, firstPublishedAt, publishedAt, number } = card
  return {
    slug,
    ...placesOf(origin, slug),
    title,
    standfirst,
    dateline,
    happenedOn,
    firstPublishedAt,
    publishedAt,
    publication: number,
    claims: card.claimCount,
    challenged: card.challengedCount,
    verdicts: card.verdictCounts.map(({ key, label, count }) => ({ key, label, claims: count })),
  }
}

/** An interview with everything about it but its words and its claims. */
export function interviewFrom(page: PageSnapshot, origin: string): Interview {
  const { slug, place, platform, language, direction, bylines, contributors } = page.interview
  return {
    ...summaryFrom(cardOf(page), origin),
    place,
    platform,
    language,
    direction,
    bylines,
    contributors,
    picture: pictureFrom(page, origin),
    recording: recordingFrom(page, origin),
    participants: page.participants,
    chapters: page.chapters.map(({ turn, title }) => ({
      turn,
      title,
      startMs: page.turns[turn]?.startMs ?? null,
    })),
    changes: page.changes.map(changeFrom),
    links: {
      transcript: `${origin}${transcriptApi(slug)}`,
      claims: `${origin}${interviewClaimsApi(slug)}`,
    },
  }
}

function pictureFrom({ interview: { slug, picture } }: PageSnapshot, origin: string): Interview['picture'] {
  if (!picture) return null
  const { fileHash, ...words } = picture
  return { url: `${origin}${picturePath(slug, fileHash)}`, ...words }
}

function recordingFrom(
  { interview: { slug, recording } }: PageSnapshot,
  origin: string,
): Interview['recording'] {
  if (!recording) return null
  const { fileHash, url, mime, durationMs, embed } = recording
  return {
    url: fileHash === null ? url : `${origin}${recordingPath(slug)}`,
    watch: embed && watchAddress(embed, 0),
    mime,
    durationMs,
  }
}

/** What readers were told of a change. */
export function changeFrom(change: SnapshotChange): Interview['changes'][number] {
  const { kind, wrong, note, claimNumber, at, publication } = change
  return { kind, wrong, note, claim: claimNumber, at, publication }
}

/** The words of an interview; times of single words where they are asked for. */
export function transcriptFrom(page: PageSnapshot, origin: string, words: boolean): Transcript {
  const { slug, title, language, direction } = page.interview
  return {
    interview: { slug, title, ...placesOf(origin, slug) },
    publication: page.number,
    language,
    direction,
    participants: page.participants,
    turns: page.turns.map(({ participant, text, startMs, endMs, wordStarts, wordEnds }, turn) => ({
      turn,
      participant,
      text,
      startMs,
      endMs,
      ...(words ? { wordStarts, wordEnds } : {}),
    })),
  }
}

/** Where a claim stands, for `claimFrom`. */
export type ClaimPlace = { slug: string; title: string; publishedAt: string }

/** A claim with its check. */
export function claimFrom(
  claim: SnapshotClaim,
  { slug, title, publishedAt }: ClaimPlace,
  origin: string,
): Claim {
  const { icon: _icon, colour: _colour, ...verdict } = claim.verdict
  const { personSlug, ...speaker } = claim.speaker
  return {
    number: claim.number,
    ...claimPlaces(origin, slug, claim.number),
    interview: { slug, title, ...placesOf(origin, slug) },
    quote: claim.quote,
    prefix: claim.prefix,
    suffix: claim.suffix,
    place: claim.place,
    startMs: claim.startMs,
    endMs: claim.endMs,
    speaker: { ...speaker, slug: personSlug },
    madeElsewhere: claim.appearance,
    claimReviewed: claim.claimReviewed,
    verdict,
    explanationHtml: claim.explanationHtml,
    challenge: claim.challenge,
    sources: claim.evidence,
    replies: claim.replies,
    topics: claim.topics,
    checkedAt: claim.checkedAt,
    publishedAt,
  }
}
