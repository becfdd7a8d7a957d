import { expect, test } from 'vitest'
import { changesBetween, type Seen, seenOf, seenSchema, touchedBy } from '@/claims/looked-at'
import { sampleClaim } from '@/components/claims/claim-sample'

const BEFORE: Seen = seenOf(sampleClaim({ explanation: 'We asked.', claimReviewed: 'The tide rose.' }))

test('what was seen is kept and read back as it was', () => {
  expect(seenSchema.parse(JSON.parse(JSON.stringify(BEFORE)))).toEqual(BEFORE)
})

test('only what colleagues touched is shown, with where the claim stands', () => {
  const now = {
    ...BEFORE,
    status: 'In review',
    explanation: 'We asked twice.',
    claimReviewed: 'The tide fell.',
  }
  expect(changesBetween(BEFORE, now, new Set(['explanation']))).toEqual([
    { field: 'status', kind: 'text', before: 'Flagged', after: 'In review' },
    { field: 'explanation', kind: 'text', before: 'We asked.', after: 'We asked twice.' },
  ])
})

test('what was changed and changed back is no change', () => {
  expect(changesBetween(BEFORE, { ...BEFORE }, new Set(['explanation', 'evidence']))).toEqual([])
})

test('sources come, go and are rewritten', () => {
  const before = {
    ...BEFORE,
    evidence: [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ],
  }
  const now = {
    ...BEFORE,
    evidence: [
      { id: 'b', text: 'B2' },
      { id: 'c', text: 'C' },
    ],
  }
  expect(
    changesBetween(before, now, new Set(['evidence'])).map(({ kind, before, after }) => [
      kind,
      before,
      after,
    ]),
  ).toEqual([
    ['removed', 'A', ''],
    ['text', 'B', 'B2'],
    ['added', '', 'C'],
  ])
})

test('a line of the trail says which fields it touched; one that is not known may have touched any', () => {
  expect(touchedBy('claim.revised', { explanation: 'x', verdictKey: 'false' })).toEqual([
    'explanation',
    'verdictKey',
  ])
  expect(touchedBy('evidence.added', {})).toEqual(['evidence'])
  expect(touchedBy('claim.moved', {})).toEqual([])
  expect(touchedBy('claim.something-new', {})).toContain('explanation')
})
