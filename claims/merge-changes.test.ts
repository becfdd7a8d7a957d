import { expect, test } from 'vitest'
import { mergeChanges } from '@/claims/merge-changes'
import type { ClaimFields } from '@/claims/schema'

const CURRENT: ClaimFields = {
  claimReviewed: 'Nine million trees were planted.',
  verdictKey: null,
  explanation: 'The register has four.',
  challenge: 'unchallenged',
  challengeTurnId: null,
  internalNote: '',
  assigneeId: null,
  priority: 'normal',
  dueAt: null,
  topics: ['Forests', 'Budget'],
}

test('a field that stands as the writer last saw it takes the new text', () => {
  const { write, collisions } = mergeChanges(CURRENT, {
    explanation: { from: 'The register has four.', to: 'The register has four million.' },
  })
  expect(write).toEqual({ explanation: 'The register has four million.' })
  expect(collisions).toEqual([])
})

test('a field that somebody else changed meanwhile is a collision, not an overwrite', () => {
  const { write, collisions } = mergeChanges(CURRENT, {
    explanation: { from: 'What I saw.', to: 'What I wrote.' },
  })
  expect(collisions).toEqual(['explanation'])
  expect(write).toEqual({})
})

test('what was saved already and is sent again changes nothing', () => {
  const { write, collisions } = mergeChanges(CURRENT, {
    claimReviewed: { from: '', to: CURRENT.claimReviewed },
  })
  expect({ write, collisions }).toEqual({ write: {}, collisions: [] })
})

test('a field that the revision does not name is left alone', () => {
  expect(mergeChanges(CURRENT, {})).toEqual({ write: {}, collisions: [] })
})

test('an emptied field is a change like any other', () => {
  const { write } = mergeChanges(CURRENT, {
    explanation: { from: CURRENT.explanation, to: '' },
    topics: { from: CURRENT.topics, to: [] },
  })
  expect(write).toEqual({ explanation: '', topics: [] })
})

test('topics are a set: the order in which a browser lists them collides with nothing', () => {
  const changed = mergeChanges(CURRENT, {
    topics: { from: ['Budget', 'Forests'], to: ['Budget', 'Forests', 'Trees'] },
  })
  expect(changed).toEqual({ write: { topics: ['Budget', 'Forests', 'Trees'] }, collisions: [] })
  expect(mergeChanges(CURRENT, { topics: { from: [], to: ['Budget', 'Forests'] } })).toEqual({
    write: {},
    collisions: [],
  })
})

test('a verdict that two people chose differently collides', () => {
  const chosen: ClaimFields = { ...CURRENT, verdictKey: 'false' }
  expect(mergeChanges(chosen, { verdictKey: { from: null, to: 'correct' } }).collisions).toEqual([
    'verdictKey',
  ])
})
