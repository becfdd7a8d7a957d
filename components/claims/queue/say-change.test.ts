import { expect, test } from 'vitest'
import { sayChange, sayUndone } from './say-change'

const left = { id: 'a', number: 4, interviewTitle: 'An evening', reason: 'An editor has to do that.' }
const result = { changeId: 'c', changed: 0, already: 0, left: [] }

test('what was done, what stood so already and what was left are each said', () => {
  expect(
    sayChange({ kind: 'move', to: 'inReview' }, { ...result, changed: 1200, already: 1, left: [left] }),
  ).toBe('1,200 claims sent to review; 1 claim stood that way already; 1 claim left as it was.')
  expect(sayChange({ kind: 'assign', to: null }, { ...result, changed: 1 })).toBe(
    '1 claim no longer assigned.',
  )
  expect(sayChange({ kind: 'priority', to: 'high' }, { ...result, already: 2 })).toBe(
    '2 claims stood that way already.',
  )
})

test('taking back says how many it left', () => {
  expect(sayUndone({ ...result, changed: 3 })).toBe('Taken back for 3 claims.')
  expect(sayUndone({ ...result, changed: 2, left: [left] })).toBe(
    'Taken back for 2 claims; 1 claim left as now.',
  )
})
