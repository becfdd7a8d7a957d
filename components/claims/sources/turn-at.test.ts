import { expect, test } from 'vitest'
import { turnAt } from './turn-at'

test('the turn that is heard is the last that has begun; those without a time are passed over', () => {
  const turns = [{ startMs: null }, { startMs: 1000 }, { startMs: null }, { startMs: 5000 }]
  expect(turnAt(turns, 999)).toBeUndefined()
  expect(turnAt(turns, 1000)).toBe(turns[1])
  expect(turnAt(turns, 4999)).toBe(turns[1])
  expect(turnAt(turns, 9000)).toBe(turns[3])
  expect(turnAt([], 0)).toBeUndefined()
})
