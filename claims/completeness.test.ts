import { describe, expect, test } from 'vitest'
import {
  type Completeness,
  missingForApproval,
  type RightOfReply,
  repliesWorthKnowing,
} from '@/claims/completeness'

const NOW = new Date('2026-03-04T09:00:00Z')
const right = (over: Partial<RightOfReply> = {}): RightOfReply => ({
  verdict: { rates: true, ratingValue: 1 },
  person: 'Bo Marsh',
  replies: [],
  now: NOW,
  timeZone: 'Europe/Berlin',
  ...over,
})

const WHOLE: Completeness = {
  claimReviewed: 'Nine million trees were planted.',
  verdict: { rates: true },
  explanation: 'The register has four million.',
  needsAnchor: false,
  publicEvidence: 1,
  hearing: { needed: true, heard: true },
  agreement: null,
  right: right(),
}

test('a whole claim misses nothing', () => {
  expect(missingForApproval(WHOLE)).toEqual([])
})

test.each<[string, Partial<Completeness>, string]>([
  ['words that no longer stand', { needsAnchor: true }, 'The transcript changed under the quote'],
  ['no sentence to check', { claimReviewed: ' \n' }, 'Write the claim as one sentence'],
  ['no verdict', { verdict: null }, 'Choose a verdict.'],
  ['no explanation', { explanation: '  ' }, 'Write what you found.'],
  ['no source that readers may see', { publicEvidence: 0 }, 'at least one source'],
  ['words of a machine that nobody heard', { hearing: { needed: true, heard: false } }, 'replay the clip'],
  ['opinions that differ', { agreement: 'They differ.' }, 'They differ.'],
])('a claim with %s cannot be approved', (_what, lacking, sentence) => {
  const missing = missingForApproval({ ...WHOLE, ...lacking })
  expect(missing).toHaveLength(1)
  expect(missing[0]).toContain(sentence)
})

test('a context note rates nothing and needs no source', () => {
  expect(missingForApproval({ ...WHOLE, verdict: { rates: false }, publicEvidence: 0 })).toEqual([])
})

test('everything that is missing is said at once', () => {
  const nothing = {
    ...WHOLE,
    claimReviewed: '',
    verdict: null,
    explanation: '',
    needsAnchor: true,
    publicEvidence: 0,
  }
  expect(missingForApproval(nothing)).toHaveLength(4)
})

describe('the right of reply', () => {
  const asked = (deadline: string | null, outcome: 'waiting' | 'noAnswer' = 'waiting') => [
    { asked: 'Bo Marsh', deadline: deadline === null ? null : new Date(deadline), outcome },
  ]
  const missing = (over: Partial<RightOfReply>) => missingForApproval({ ...WHOLE, right: right(over) })

  test('a verdict against a named person whom nobody asked is a warning, and no more', () => {
    expect(repliesWorthKnowing(right())).toEqual(['Nobody has asked Bo Marsh for an answer to this verdict.'])
    expect(missing({})).toEqual([])
  })
  test.each<[string, Partial<RightOfReply>]>([
    ['a note that rates nothing', { verdict: { rates: false, ratingValue: null } }],
    ['what is correct', { verdict: { rates: true, ratingValue: 5 } }],
    ['an unnamed voice', { person: null }],
    ['a claim without a verdict', { verdict: null }],
  ])('%s asks nobody', (_what, over) => {
    expect(repliesWorthKnowing(right(over))).toEqual([])
  })
  test('a deadline ahead is named, in the newsroom’s zone', () => {
    const replies = asked('2026-03-04T17:00:00Z')
    expect(repliesWorthKnowing(right({ replies }))).toEqual([
      'Bo Marsh was asked and has until 4 Mar 2026, 18:00.',
    ])
    expect(missing({ replies })).toEqual([])
  })
  test('a deadline that passed without an outcome stands before the approval, from its very moment', () => {
    const replies = asked('2026-03-04T09:00:00Z')
    expect(missing({ replies })).toEqual([
      'Bo Marsh had until 4 Mar 2026, 10:00 to answer: record the silence, or wait longer.',
    ])
    expect(repliesWorthKnowing(right({ replies }))).toEqual([])
    expect(missing({ replies: asked('2026-03-04T09:00:00.001Z') })).toEqual([])
  })
  test('silence that was recorded stands in no way, and neither does a note that rates nothing', () => {
    expect(missing({ replies: asked('2026-03-01T09:00:00Z', 'noAnswer') })).toEqual([])
    const context = { rates: false, ratingValue: null }
    expect(missing({ verdict: context, replies: asked('2026-03-01T09:00:00Z') })).toEqual([])
  })
})
