import type { DataFeed, DataFeedItem, WithContext } from 'schema-dts'
import { claimPath } from '@/publishing/addresses'
import type { SaidAgain } from '@/publishing/appearances'
import { claimReview, type ReviewedOn } from '@/publishing/claim-review'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

export const CLAIM_REVIEW_FEED_PATH = '/feeds/claim-review.json'

/** What the feed takes from one published page. */
export type ReviewedPage = ReviewedOn & {
  firstPublishedAt: string
  publishedAt: string
  claims: readonly SnapshotClaim[]
  said: SaidAgain
}

/**
 * Every ClaimReview of these pages as a DataFeed, in the shape in which the Data Commons gives fact checks out: an item for each
 * address, with the list of ClaimReviews that stand there. Notes that rate nothing are no checks and are not in it.
 * @param address of this part and of the next, from the site's root; `next` null in the last one.
 */
export function claimReviewFeed(
  pages: readonly ReviewedPage[],
  site: { name: string; origin: string },
  address: { self: string; next: string | null },
): WithContext<DataFeed> {
  const { name, origin } = site
  const changed = pages.map(({ publishedAt }) => publishedAt).sort()
  const latest = changed.at(-1)
  return {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: `Checked claims by ${name}`,
    url: `${origin}${address.self}`,
    ...(latest ? { dateModified: latest } : {}),
    publisher: { '@type': 'Organization', name, url: origin },
    ...(address.self === CLAIM_REVIEW_FEED_PATH
      ? {}
      : { isPartOf: { '@type': 'DataFeed', url: `${origin}${CLAIM_REVIEW_FEED_PATH}` } }),
    ...(address.next ? { hasPart: { '@type': 'DataFeed', url: `${origin}${address.next}` } } : {}),
    dataFeedElement: pages.flatMap((page) => itemsOf(page, origin)),
  }
}

function itemsOf(page: ReviewedPage, origin: string): DataFeedItem[] {
  return page.claims.flatMap((claim) => {
    const review = claimReview(page, claim, origin, page.said.get(claim.number))
    if (!review) return []
    const item: DataFeedItem = {
      '@type': 'DataFeedItem',
      url: `${origin}${claimPath(page.interview.slug, claim.number)}`,
      dateCreated: page.firstPublishedAt > claim.checkedAt ? page.firstPublishedAt : claim.checkedAt,
      dateModified: page.publishedAt,
      item: [review],
    }
    return [item]
  })
}
