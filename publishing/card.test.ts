import { expect, test } from 'vitest'
import { cardOf, cardSchema } from '@/publishing/card'
import { pageFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import { challengedOnAir } from '@/publishing/summary'

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

test('a partly challenged claim is not counted as challenged, and not left out', () => {
  const page = pageFixture()
  const claims = page.claims.map((claim) => ({
    ...claim,
    verdict: verdictFixture('false'),
    challenge: { kind: 'partly' as const, turn: null, ms: null },
  }))
  const card = cardOf({ ...page, claims })
  expect(card).toMatchObject({ challengedCount: 0, partlyChallengedCount: page.claims.length })
  expect(challengedOnAir(card)).toBe(`${page.claims.length} partly challenged on air`)
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
