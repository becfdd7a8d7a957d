import { expect, test } from 'vitest'
import { appearancesOf, inOrderOfDays } from '@/publishing/appearances'
import { claimReview } from '@/publishing/claim-review'
import { pageFixture } from '@/publishing/snapshot-fixture'

const page = pageFixture()
const shared = { ...page, claims: page.claims.map((claim) => ({ ...claim, checkId: 'check' })) }

test('a page lists its claims under their checks, and none that has no check to share', () => {
  expect(appearancesOf(page)).toEqual([])
  const all = appearancesOf(shared)
  expect(all.map(({ number }) => number)).toEqual(page.claims.map(({ number }) => number))
  expect(all[0]).toMatchObject({
    checkId: 'check',
    appearance: { slug: page.interview.slug, quote: page.claims[0]?.quote },
  })
})

test('what was said stands in order of days, unknown days last', () => {
  const [one] = appearancesOf(shared)
  if (!one) throw new Error('The fixture has no claims.')
  const on = (day: string | null) => ({ ...one.appearance, on: day })
  const days = [on(null), on('2026-02-01'), on('2025-03-01')].sort(inOrderOfDays).map((each) => each.on)
  expect(days).toEqual(['2025-03-01', '2026-02-01', null])
})

test('search engines are told of every appearance, of one made elsewhere by its own address', () => {
  const [claim] = page.claims
  const [one] = appearancesOf(shared)
  if (!claim || !one) throw new Error('The fixture has no claims.')
  const post = {
    ...one.appearance,
    elsewhere: { title: 'A post', url: 'https://social.example/1' },
    on: null,
  }
  const review = claimReview(page, claim, 'https://checks.example', [one.appearance, post])
  expect(review).toMatchObject({
    itemReviewed: {
      appearance: [
        {
          url: `https://checks.example/interviews/${page.interview.slug}?t=5#t1`,
          name: page.interview.title,
        },
        { url: 'https://social.example/1', name: 'A post' },
      ],
    },
  })
})
