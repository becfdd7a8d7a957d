import { describe, expect, test } from 'vitest'
import { compareClaims, differs, untold } from '@/publishing/compare'
import type { ChangeNote } from '@/publishing/schema'
import { pageFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

const BEFORE = pageFixture()

/** The page with one claim changed. */
function changed(number: number, over: Partial<SnapshotClaim>): PageSnapshot {
  const claims = BEFORE.claims.map((claim) => (claim.number === number ? { ...claim, ...over } : claim))
  return { ...BEFORE, claims }
}
const without = (number: number) => ({
  ...BEFORE,
  claims: BEFORE.claims.filter((claim) => claim.number !== number),
})
const note = (kind: ChangeNote['kind'], claimNumber: number | null): ChangeNote => ({
  kind,
  claimNumber,
  note: 'Said.',
})
/** The same page as it comes back from the database, which keeps no order of keys. */
const stored = (page: PageSnapshot): PageSnapshot => {
  const reverse = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reverse)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, reverse(inner)]),
          )
        : value
  return reverse(page) as PageSnapshot
}

describe('what changes for readers', () => {
  test('nothing, where nothing changed', () => {
    expect(compareClaims(BEFORE, pageFixture())).toEqual([])
  })

  test('a verdict that turns needs a correction', () => {
    expect(compareClaims(BEFORE, changed(1, { verdict: verdictFixture('exaggerated') }))).toEqual([
      {
        number: 1,
        what: 'verdict',
        requires: 'correction',
        suggests: 'correction',
        summary: 'Verdict changed from “False” to “Exaggerated”',
      },
    ])
  })

  test('a claim that goes needs a correction', () => {
    expect(compareClaims(BEFORE, without(2))).toMatchObject([
      { number: 2, what: 'removed', requires: 'correction' },
    ])
  })

  test('a claim that is new needs no words', () => {
    expect(compareClaims(without(3), BEFORE)).toMatchObject([{ number: 3, what: 'added', requires: null }])
  })

  test.each<[string, Partial<SnapshotClaim>]>([
    ['the explanation', { explanationHtml: '<p>Other words.</p>' }],
    ['the sentence that is checked', { claimReviewed: 'Another sentence.' }],
    ['the quote', { quote: 'Other words.' }],
    ['the evidence', { evidence: [] }],
    ['the topics', { topics: [] }],
    ['whether it was challenged', { challenge: { kind: 'partly', turn: null, ms: null } }],
    ['who said it', { speaker: { name: 'Somebody', personSlug: null, affiliation: '' } }],
  ])('%s of a known claim needs a note of some kind', (_what, over) => {
    expect(compareClaims(BEFORE, changed(2, over))).toMatchObject([
      { number: 2, what: 'text', requires: 'any' },
    ])
  })

  test.each<[string, Partial<SnapshotClaim>, string, string]>([
    [
      'other words of the explanation are a clarification',
      { explanationHtml: '<p>Other.</p>' },
      'clarification',
      'Changed: the explanation',
    ],
    ['a source more or less is an update', { evidence: [] }, 'update', 'Changed: the sources'],
    [
      'another speaker is a correction, whatever else changed',
      { speaker: { name: 'Somebody', personSlug: null, affiliation: '' }, evidence: [] },
      'correction',
      'Changed: who said it, the sources',
    ],
  ])('%s, until the editor says otherwise', (_what, over, suggests, summary) => {
    expect(compareClaims(BEFORE, changed(2, over))).toMatchObject([{ suggests, summary, requires: 'any' }])
  })

  test('a verdict that keeps its name but moves on the scale turned all the same; one that is spelt better did not', () => {
    const verdict = verdictFixture('false')
    expect(compareClaims(BEFORE, changed(1, { verdict: { ...verdict, ratingValue: 4 } }))).toMatchObject([
      { what: 'verdict', requires: 'correction' },
    ])
    expect(compareClaims(BEFORE, changed(1, { verdict: { ...verdict, label: 'Untrue' } }))).toMatchObject([
      { what: 'text', requires: 'any', suggests: 'clarification' },
    ])
  })

  test('a claim agreed again in the same words is no change', () => {
    expect(compareClaims(BEFORE, changed(2, { checkedAt: '2026-01-01T00:00:00.000Z' }))).toEqual([])
  })

  test('several changes come in the order of their numbers', () => {
    const after = { ...without(1), claims: without(1).claims.map((claim) => ({ ...claim, quote: 'Other.' })) }
    expect(compareClaims(BEFORE, after).map((one) => one.number)).toEqual([1, 2, 3, 4, 5])
  })
})

describe('readers are told', () => {
  const turned = compareClaims(BEFORE, changed(1, { verdict: verdictFixture('exaggerated') }))
  const reworded = compareClaims(BEFORE, changed(2, { explanationHtml: '<p>Other.</p>' }))

  test.each<[string, ChangeNote[], number]>([
    ['nothing', [], 1],
    ['an update about it', [note('update', 1)], 1],
    ['a clarification about it', [note('clarification', 1)], 1],
    ['a correction of another claim', [note('correction', 2)], 1],
    ['a correction of the page as a whole', [note('correction', null)], 1],
    ['a correction of it', [note('correction', 1)], 0],
    ['an update and a correction of it', [note('update', 1), note('correction', 1)], 0],
  ])('of a verdict that turned, %s', (_what, notes, missing) => {
    expect(untold(turned, notes)).toHaveLength(missing)
  })

  test('of other words by any note about that claim', () => {
    expect(untold(reworded, [])).toMatchObject([{ number: 2 }])
    expect(untold(reworded, [note('update', 1)])).toHaveLength(1)
    for (const kind of ['update', 'clarification', 'correction'] as const)
      expect(untold(reworded, [note(kind, 2)])).toEqual([])
  })

  test('nothing of a claim that is new', () => {
    expect(untold(compareClaims(without(3), BEFORE), [])).toEqual([])
  })
})

describe('a page is another page', () => {
  test('not by its number, its moment, its notes or the moment of an approval', () => {
    const again = changed(2, { checkedAt: '2026-01-01T00:00:00.000Z' })
    expect(
      differs(BEFORE, { ...again, number: 9, publishedAt: '2026-01-01T00:00:00.000Z', changes: [] }),
    ).toBe(false)
  })

  test('not by the order in which the database gave its parts back', () => {
    expect(differs(stored(BEFORE), BEFORE)).toBe(false)
    expect(compareClaims(stored(BEFORE), BEFORE)).toEqual([])
  })

  test('by a title, a picture, a word of the transcript or a claim’s place', () => {
    const { interview } = BEFORE
    expect(differs(BEFORE, { ...BEFORE, interview: { ...interview, title: 'Another' } })).toBe(true)
    expect(differs(BEFORE, { ...BEFORE, interview: { ...interview, picture: null } })).toBe(true)
    expect(differs(BEFORE, { ...BEFORE, turns: BEFORE.turns.slice(1) })).toBe(true)
    expect(differs(BEFORE, changed(1, { place: null }))).toBe(true)
  })
})
