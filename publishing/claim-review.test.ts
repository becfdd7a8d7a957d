import { describe, expect, it } from 'vitest'
import { claimReview, dataBlock } from '@/publishing/claim-review'
import { pageFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

const ORIGIN = 'https://checks.example'
const page = pageFixture()

function reviewOf(number: number, over: Partial<SnapshotClaim> = {}) {
  const claim = page.claims.find((each) => each.number === number)
  if (!claim) throw new Error(`The fixture has no claim ${number}.`)
  return claimReview(page, { ...claim, ...over }, ORIGIN)
}

describe('ClaimReview', () => {
  it('has the fields that schema.org and search engines ask for', () => {
    expect(reviewOf(1)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://checks.example/interviews/harbour-hour/claims/1',
      claimReviewed: 'Ferry fares have tripled since Ottoline Brask became First Warden.',
      datePublished: '2025-10-17',
      author: { '@type': 'Organization', name: 'The Tollmere Lantern', url: ORIGIN },
      itemReviewed: {
        '@type': 'Claim',
        author: {
          '@type': 'Person',
          name: 'Corvin Mallaby',
          url: 'https://checks.example/people/corvin-mallaby',
          affiliation: { '@type': 'Organization', name: 'Fair Tides Party' },
        },
        datePublished: '2025-10-16',
        appearance: {
          '@type': 'CreativeWork',
          url: 'https://checks.example/interviews/harbour-hour',
          name: 'Mallaby on the ferry',
        },
      },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'False',
        ratingValue: 1,
        bestRating: 5,
        worstRating: 1,
      },
    })
  })

  it('gives no number to a verdict that stands in no order', () => {
    expect(reviewOf(3)?.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Disputed' })
  })

  it('does not exist for a note that rates nothing', () => {
    expect(reviewOf(1, { verdict: verdictFixture('context') })).toBeNull()
  })

  it('says where a claim that was made elsewhere was made', () => {
    expect(reviewOf(5)?.itemReviewed).toMatchObject({
      datePublished: '2025-10-15',
      appearance: { url: 'https://gull.example/1', name: 'Post on Gullcast' },
    })
  })

  it('dates a check by the newsroom’s own day', () => {
    const late = reviewOf(1, { checkedAt: '2025-10-17T23:30:00.000Z' })
    expect(late?.datePublished).toBe('2025-10-18') // British summer time
  })
})

describe('a data block', () => {
  it('cannot be ended by what it says', () => {
    const block = dataBlock({ claimReviewed: '</script><script>alert(1)</script><!--' })
    expect(block).not.toContain('<')
    expect(JSON.parse(block)).toEqual({ claimReviewed: '</script><script>alert(1)</script><!--' })
  })
})
