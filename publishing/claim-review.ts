import type { ClaimReview, CreativeWork, Claim as SchemaClaim, WithContext } from 'schema-dts'
import { claimPath, pagePath, personPath } from '@/publishing/addresses'
import type { Appearance } from '@/publishing/appearances'
import { isoDayIn } from '@/publishing/days'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/** Best and worst of the scale on which a verdict's `ratingValue` stands (claims/checked-claim.ts). */
const BEST = 5
const WORST = 1

/**
 * ClaimReview of one claim (https://schema.org/ClaimReview, fields as search engines ask for them), every value of which the
 * claim's page also shows. Null for a verdict that rates nothing. A number is given only where the verdict stands in an order.
 * @param origin public origin without a trailing slash.
 * @param said everywhere that readers find the same said, this claim included; empty where it was said once.
 */
export function claimReview(
  page: PageSnapshot,
  claim: SnapshotClaim,
  origin: string,
  said: readonly Appearance[] = [],
): WithContext<ClaimReview> | null {
  const { verdict } = claim
  if (!verdict.rates) return null
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: `${origin}${claimPath(page.interview.slug, claim.number)}`,
    claimReviewed: claim.claimReviewed,
    datePublished: isoDayIn(page.site.timeZone, claim.checkedAt),
    author: { '@type': 'Organization', name: page.site.name, url: origin },
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

function itemReviewed(
  page: PageSnapshot,
  claim: SnapshotClaim,
  origin: string,
  said: readonly Appearance[],
): SchemaClaim {
  const { speaker, appearance } = claim
  const saidOn = appearance ? appearance.on : page.interview.happenedOn
  const where = appearance
    ? ({ '@type': 'CreativeWork', url: appearance.url, name: appearance.title } as const)
    : ({
        '@type': 'CreativeWork',
        url: `${origin}${pagePath(page.interview.slug)}`,
        name: page.interview.title,
      } as const)
  return {
    '@type': 'Claim',
    author: {
      '@type': 'Person',
      name: speaker.name,
      ...(speaker.personSlug ? { url: `${origin}${personPath(speaker.personSlug)}` } : {}),
      ...(speaker.affiliation ? { affiliation: { '@type': 'Organization', name: speaker.affiliation } } : {}),
    },
    ...(saidOn ? { datePublished: saidOn } : {}),
    appearance: said.length > 1 ? said.map((one) => workOf(one, origin)) : where,
  }
}

function workOf({ slug, title, on, elsewhere }: Appearance, origin: string): CreativeWork {
  return {
    '@type': 'CreativeWork',
    url: elsewhere?.url || `${origin}${pagePath(slug)}`,
    name: elsewhere?.title || title,
    ...(on ? { datePublished: on } : {}),
  }
}

/** JSON for a data block in a page: nothing in it can end the block. */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
