import { siteFile } from '@/app/(reader)/_document/respond'
import { CLAIM_REVIEW_FEED_PATH, claimReviewFeed } from '@/publishing/claim-review-feed'
import { readCursor, writeCursor } from '@/publishing/cursor'
import { reviewedPages } from '@/publishing/feeds/feed-queries'
import { Lanes } from '@/publishing/search/lanes'

/** Interviews in one part of the feed: some thousands of checks at most. */
const A_PART = 50
/** One at a time: anybody can make up where a part begins, and each is thousands of checks. */
const lanes = new Lanes(1, 0)

/** Every ClaimReview, as a DataFeed in parts: the newest interviews here, the others behind `hasPart`. */
export async function GET(request: Request): Promise<Response> {
  const read = readCursor(new URL(request.url).searchParams.get('after'))
  const cursor = read?.way === 'older' ? read : null
  const addressOf = (after: string) => `${CLAIM_REVIEW_FEED_PATH}?after=${after}`
  const place = cursor ? writeCursor(cursor) : ''
  return siteFile(request, `claim-review feed ${place}`, async ({ settings, origin }) => {
    const { rows, older } = await lanes.run(() => reviewedPages({ cursor, limit: A_PART }))
    const feed = claimReviewFeed(
      rows,
      { name: settings.siteName, origin },
      { self: place ? addressOf(place) : CLAIM_REVIEW_FEED_PATH, next: older && addressOf(older) },
    )
    return { status: 200, type: 'application/ld+json; charset=utf-8', body: JSON.stringify(feed), open: true }
  })
}
