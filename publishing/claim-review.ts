import type { ClaimReview, CreativeWork, Claim as SchemaClaim, WithContext } from 'schema-dts'
import { cardPath, claimPath, pagePath, personPath, secondPath } from '@/publishing/addresses'
import { type Appearance, inOrderOfDays } from '@/publishing/appearances'
import { isoDayIn } from '@/publishing/days'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/** Best and worst of the scale on which a verdict's `ratingValue` stands (claims/checked-claim.ts). */
const BEST = 5
const WORST = 1

/** What a ClaimReview says of the page that the check stands on. A whole page is one, and so is a row of the list of claims. */
export type ReviewedOn = {
  site: PageSnapshot['site']
  interview: Pick<
    PageSnapshot['interview'],
    'slug' | 'title' | 'happenedOn' | 'bylines' | 'contributors' | 'language'
  >
  changes: readonly Pick<PageSnapshot['changes'][number], 'claimNumber' | 'at'>[]
}

/**
 * ClaimReview of one claim (https://schema.org/ClaimReview, fields as search engines ask for them), every value of which readers
 * also see. Null for a verdict that rates nothing. A number is given only where the verdict stands in an order.
 * The newsroom is the first reviewer, because search engines show one; who signed the page follows.
 * @param origin public origin without a trailing slash.
 * @param said everywhere that readers find the same said, this claim included; empty where it was said once.
 */
export function claimReview(
  page: ReviewedOn,
  claim: SnapshotClaim,
  origin: string,
  said: readonly Appearance[] = [],
): WithContext<ClaimReview> | null {
  const { verdict } = claim
  if (!verdict.rates) return null
  const { slug, bylines, contributors, language } = page.interview
  const newsroom = { '@type': 'Organization', name: page.site.name, url: origin } as const
  const url = `${origin}${claimPath(slug, claim.number)}`
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    claimReviewed: claim.claimReviewed,
    datePublished: isoDayIn(page.site.timeZone, claim.checkedAt),
    dateModified: modifiedAt(page, claim),
    author: bylines.length > 0 ? [newsroom, ...bylines.map(personOf)] : newsroom,
    ...(contributors.length > 0 ? { contributor: contributors.map(personOf) } : {}),
    publisher: newsroom,
    inLanguage: language,
    image: `${origin}${cardPath(slug, claim.number)}`,
    itemReviewed: itemReviewed(page, claim, origin, said),
    reviewRating: {
      '@type': 'Rating',
      alternateName: verdict.label,
      ...(verdict.ratingValue === null
        ? {}
        : { ratingValue: verdict.ratingValue, bestRating: BEST, worstRating: WORST }),
    },
  }
}

const personOf = (name: string) => ({ '@type': 'Person', name }) as const

/** The last moment in which readers were told of a change to this check, or else when it was agreed. */
function modifiedAt({ changes }: ReviewedOn, claim: SnapshotClaim): string {
  return changes
    .filter(({ claimNumber }) => claimNumber === claim.number)
    .reduce((latest, { at }) => (at > latest ? at : latest), claim.checkedAt)
}

function itemReviewed(
  page: ReviewedOn,
  claim: SnapshotClaim,
  origin: string,
  said: readonly Appearance[],
): SchemaClaim {
  const { speaker } = claim
  const here = hereOf(page, claim)
  const works = said.length > 1 ? said.toSorted(inOrderOfDays) : [here]
  // Where a day is not known, nobody can say which came first.
  const first = works.every(({ on }) => on !== null) ? works[0] : undefined
  const appearance = works.map((work) => workOf(work, origin, claim))
  return {
    '@type': 'Claim',
    author: {
      '@type': 'Person',
      name: speaker.name,
      ...(speaker.personSlug ? { url: `${origin}${personPath(speaker.personSlug)}` } : {}),
      ...(speaker.affiliation ? { affiliation: { '@type': 'Organization', name: speaker.affiliation } } : {}),
    },
    ...(here.on ? { datePublished: here.on } : {}),
    ...(first ? { firstAppearance: workOf(first, origin, claim) } : {}),
    appearance: appearance.length === 1 ? appearance[0] : appearance,
  }
}

/** Where the claim's own words were said. */
function hereOf({ interview }: ReviewedOn, claim: SnapshotClaim): Appearance {
  const { appearance: made, place } = claim
  return {
    slug: interview.slug,
    number: claim.number,
    title: interview.title,
    on: made ? made.on : interview.happenedOn,
    speaker: claim.speaker.name,
    quote: claim.quote,
    startMs: place ? claim.startMs : null,
    turn: place?.firstTurn ?? null,
    elsewhere: made ? { title: made.title, url: made.url } : null,
  }
}

/** The work in which something was said: the interview at its second, or what it was said in elsewhere. */
function workOf(one: Appearance, origin: string, claim: SnapshotClaim): CreativeWork {
  const { slug, title, on, elsewhere, startMs, turn } = one
  const ours = `${origin}${startMs === null ? pagePath(slug) : secondPath(slug, startMs, turn)}`
  const archived = elsewhere && elsewhere.url === claim.appearance?.url ? claim.appearance.archivedUrl : ''
  return {
    '@type': 'CreativeWork',
    url: elsewhere?.url || ours,
    name: elsewhere?.title || title,
    ...(on ? { datePublished: on } : {}),
    ...(archived ? { archivedAt: archived } : {}),
  }
}

/** JSON for a data block in a page: nothing in it can end the block. */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
