import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import type { Appearance } from '@/publishing/appearances'
import { claimReview, dataBlock } from '@/publishing/claim-review'
import { claimReviewFeed } from '@/publishing/claim-review-feed'
import { newsArticle } from '@/publishing/news-article'
import { schemaOrgFaults } from '@/publishing/schema-org-judge'
import { pageFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

const ORIGIN = 'https://checks.example'
const page = pageFixture()

function claimOf(number: number): SnapshotClaim {
  const claim = page.claims.find((each) => each.number === number)
  if (!claim) throw new Error(`The fixture has no claim ${number}.`)
  return claim
}

const reviewOf = (number: number, over: Partial<SnapshotClaim> = {}) =>
  claimReview(page, { ...claimOf(number), ...over }, ORIGIN)

/** Expanded by a JSON-LD processor, with schema.org's vocabulary and nothing from the network. */
function expand(document: object | null) {
  return jsonld.expand(JSON.parse(JSON.stringify(document)), {
    documentLoader: async (url) => ({
      documentUrl: url,
      document: { '@context': { '@vocab': 'https://schema.org/' } },
    }),
  })
}

describe('ClaimReview', () => {
  it('says who reviewed what, where it was said, and how it was rated', () => {
    const newsroom = { '@type': 'Organization', name: 'The Tollmere Lantern', url: ORIGIN }
    const interview = {
      '@type': 'CreativeWork',
      url: 'https://checks.example/interviews/harbour-hour?t=5#t1',
      name: 'Mallaby on the ferry',
      datePublished: '2025-10-16',
    }
    expect(reviewOf(1)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://checks.example/interviews/harbour-hour/claims/1',
      claimReviewed: 'Ferry fares have tripled since Ottoline Brask became First Warden.',
      datePublished: '2025-10-17',
      dateModified: '2025-10-18T10:00:00.000Z',
      author: [newsroom, { '@type': 'Person', name: 'Wilmot Sedge' }],
      contributor: [
        { '@type': 'Person', name: 'Ivo Quennell' },
        { '@type': 'Person', name: 'Tabitha Harrowgate' },
      ],
      publisher: newsroom,
      inLanguage: 'en-GB',
      image: 'https://checks.example/interviews/harbour-hour/claims/1/card.png',
      itemReviewed: {
        '@type': 'Claim',
        author: {
          '@type': 'Person',
          name: 'Corvin Mallaby',
          url: 'https://checks.example/people/corvin-mallaby',
          affiliation: { '@type': 'Organization', name: 'Fair Tides Party' },
        },
        datePublished: '2025-10-16',
        firstAppearance: interview,
        appearance: interview,
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

  it('has the newsroom alone as its reviewer where nobody signed the page', () => {
    const unsigned = { ...page, interview: { ...page.interview, bylines: [], contributors: [] } }
    const review = claimReview(unsigned, claimOf(1), ORIGIN)
    expect(review?.author).toMatchObject({ '@type': 'Organization', name: 'The Tollmere Lantern' })
    expect(review).not.toHaveProperty('contributor')
  })

  it('lists every appearance by day, the first of them by name', () => {
    const here = { slug: 'harbour-hour', number: 1, title: 'Mallaby on the ferry', speaker: 'Corvin Mallaby' }
    const said: Appearance[] = [
      { ...here, on: '2025-10-16', quote: 'Now.', startMs: 5000, turn: 1, elsewhere: null },
      {
        ...here,
        slug: 'earlier',
        number: 4,
        on: '2025-03-02',
        quote: 'Then.',
        startMs: 9500,
        turn: 3,
        elsewhere: null,
      },
      {
        ...here,
        number: 2,
        on: '2025-09-01',
        quote: 'There.',
        startMs: null,
        turn: null,
        elsewhere: { title: 'A post', url: 'https://gull.example/2' },
      },
    ]
    const item = claimReview(page, claimOf(1), ORIGIN, said)?.itemReviewed
    expect(item).toMatchObject({
      firstAppearance: {
        url: 'https://checks.example/interviews/earlier?t=9#t3',
        datePublished: '2025-03-02',
      },
      appearance: [
        { url: 'https://checks.example/interviews/earlier?t=9#t3' },
        { url: 'https://gull.example/2', name: 'A post' },
        { url: 'https://checks.example/interviews/harbour-hour?t=5#t1' },
      ],
    })
    const undated = said.map((one, nth) => (nth === 0 ? { ...one, on: null } : one))
    expect(claimReview(page, claimOf(1), ORIGIN, undated)?.itemReviewed).not.toHaveProperty('firstAppearance')
  })

  it('is right by schema.org’s own definitions, whatever the page holds', () => {
    const bare = { ...page.interview, bylines: [], contributors: [], happenedOn: null }
    for (const each of [page, { ...page, interview: bare }])
      for (const claim of page.claims) {
        const review = claimReview(each, claim, ORIGIN)
        if (review) expect(schemaOrgFaults(review)).toEqual([])
      }
    expect(schemaOrgFaults(newsArticle(page, ORIGIN))).toEqual([])
    const feed = claimReviewFeed(
      [{ ...page, said: new Map() }],
      { name: 'The Tollmere Lantern', origin: ORIGIN },
      { self: '/feeds/claim-review.json?after=x', next: '/feeds/claim-review.json?after=y' },
    )
    expect(feed.dataFeedElement).toHaveLength(4)
    expect(schemaOrgFaults(feed)).toEqual([])
  })

  it('is judged by a judge that finds faults', () => {
    const review = {
      ...reviewOf(1),
      claimant: 'Somebody',
      datePublished: 'yesterday',
      reviewRating: { '@type': 'Person' },
    }
    expect(schemaOrgFaults(review)).toEqual([
      '/datePublished/0: "yesterday" is not expected here',
      '/reviewRating/0: Person is not expected here',
      '/claimant: no property of ClaimReview',
    ])
  })

  it('is JSON-LD: nothing is lost when a processor reads it', async () => {
    const [expanded] = await expand(reviewOf(1))
    const schema = (name: string) => `https://schema.org/${name}`
    expect(expanded?.['@type']).toEqual([schema('ClaimReview')])
    const { '@context': _, '@type': __, ...properties } = reviewOf(1) ?? {}
    for (const name of Object.keys(properties)) expect(expanded).toHaveProperty([schema(name)])
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
