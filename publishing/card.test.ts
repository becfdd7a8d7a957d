import { expect, test } from 'vitest'
import { cardOf, cardSchema } from '@/publishing/card'
import { pageFixture, verdictFixture } from '@/publishing/snapshot-fixture'

test('a card says what the page says', () => {
  const page = pageFixture()
  const card = cardOf(page)
  expect(cardSchema.parse(card)).toEqual(card)
  expect(card).toMatchObject({
    slug: page.interview.slug,
    title: page.interview.title,
    firstPublishedAt: page.firstPublishedAt,
    publishedAt: page.publishedAt,
    number: page.number,
    claimCount: 4,
    challengedCount: 1,
  })
})

test('verdicts are counted once each, the most frequent first', () => {
  const page = pageFixture()
  const claims = page.claims.map((claim, index) => ({
    ...claim,
    verdict: verdictFixture(index % 2 ? 'disputed' : 'false'),
  }))
  expect(cardOf({ ...page, claims }).verdictCounts.map(({ key, count }) => [key, count])).toEqual([
    ['false', 3],
    ['disputed', 2],
  ])
})

test('a partly challenged claim counts as challenged', () => {
  const page = pageFixture()
  const claims = page.claims.map((claim) => ({
    ...claim,
    verdict: verdictFixture('false'),
    challenge: { kind: 'partly' as const, turn: null, ms: null },
  }))
  expect(cardOf({ ...page, claims }).challengedCount).toBe(page.claims.length)
})

test('a note that rates nothing is no claim that was checked', () => {
  const page = pageFixture()
  const claims = page.claims.map((claim) => ({ ...claim, verdict: verdictFixture('context') }))
  expect(cardOf({ ...page, claims })).toMatchObject({ claimCount: 0, challengedCount: 0 })
})

test('a card carries no transcript and no explanation', () => {
  const page = pageFixture()
  const text = JSON.stringify(cardOf(page))
  for (const turn of page.turns) expect(text).not.toContain(turn.text)
  for (const claim of page.claims) expect(text).not.toContain(claim.explanationHtml)
})
