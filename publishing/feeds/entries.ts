import { cardPath, claimPath, pagePath, picturePath } from '@/publishing/addresses'
import type { Card } from '@/publishing/card'
import { type FeedEntry, newest, tagUri } from '@/publishing/feeds/feed'
import type { SnapshotChange, SnapshotClaim } from '@/publishing/snapshot-schema'
import { claimsChecked } from '@/publishing/summary'

/** What an entry says of the page that it is about. */
export type FeedPage = { slug: string; title: string; language: string; firstPublishedAt: string }

export const CHANGE_WORDS = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
} as const

/** An interview as it stands now. */
export function interviewEntry(card: Card, language: string, origin: string): FeedEntry {
  const verdicts = card.verdictCounts.map(({ label, count }) => `${label} ${count}`).join(' · ')
  return {
    id: tagUri(origin, card.firstPublishedAt, pagePath(card.slug)),
    url: `${origin}${pagePath(card.slug)}`,
    title: card.title,
    published: card.firstPublishedAt,
    updated: card.publishedAt,
    authors: [],
    summary: [card.standfirst, [claimsChecked(card.claimCount), verdicts].filter(Boolean).join(': ')]
      .filter(Boolean)
      .join(' '),
    html: '',
    categories: [],
    language,
    image: card.picture ? `${origin}${picturePath(card.slug, card.picture.fileHash)}` : null,
  }
}

/**
 * One claim with its verdict.
 * @param changedAt when readers were last told of a change to it, or null.
 */
export function claimEntry(
  page: FeedPage,
  claim: SnapshotClaim,
  changedAt: string | null,
  origin: string,
): FeedEntry {
  const path = claimPath(page.slug, claim.number)
  return {
    id: tagUri(origin, page.firstPublishedAt, path),
    url: `${origin}${path}`,
    title: `${claim.verdict.label}: ${claim.claimReviewed}`,
    published: newest([page.firstPublishedAt, claim.checkedAt], claim.checkedAt),
    updated: newest([page.firstPublishedAt, claim.checkedAt, changedAt ?? ''], claim.checkedAt),
    authors: [],
    summary: `${claim.speaker.name}: “${claim.quote.replaceAll('\n', ' ')}” (${page.title})`,
    html: claim.explanationHtml,
    categories: [
      { term: claim.verdict.key, label: claim.verdict.label },
      ...claim.topics.map(({ slug, name }) => ({ term: slug, label: name })),
    ],
    language: page.language,
    image: `${origin}${cardPath(page.slug, claim.number)}`,
  }
}

/**
 * One change that readers were told of. A correction says what was wrong before it says what is right.
 * @param position which of the page's changes it is, from the oldest on, 0.
 */
export function changeEntry(
  page: FeedPage,
  change: SnapshotChange,
  position: number,
  origin: string,
): FeedEntry {
  const path = change.claimNumber === null ? pagePath(page.slug) : claimPath(page.slug, change.claimNumber)
  const word = CHANGE_WORDS[change.kind]
  return {
    id: tagUri(origin, change.at, `${pagePath(page.slug)}/changes/${position}`),
    url: `${origin}${path}`,
    title: `${word}: ${page.title}${change.claimNumber === null ? '' : `, claim ${change.claimNumber}`}`,
    published: change.at,
    updated: change.at,
    authors: [],
    summary: change.wrong ? `What was wrong: ${change.wrong} What is right: ${change.note}` : change.note,
    html: '',
    categories: [{ term: change.kind, label: word }],
    language: page.language,
    image: null,
  }
}
