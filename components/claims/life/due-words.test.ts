import { expect, test } from 'vitest'
import { ago, dueWords } from '@/components/claims/life/due-words'

const AT = '2026-11-22T18:00:00.000Z'
const at = (moment: string) => dueWords(AT, Date.parse(moment), 'researching')

test('a due time says in words whether it is ahead, near or past', () => {
  expect(at('2026-11-19T17:00:00Z')).toEqual({ tone: 'ahead', words: 'Due in 3 days' })
  expect(at('2026-11-22T13:00:00Z')).toEqual({ tone: 'ahead', words: 'Due in 5 h' })
  expect(at('2026-11-22T16:00:00Z')).toEqual({ tone: 'near', words: 'Due in 2 h' })
  expect(at('2026-11-22T17:59:50Z')).toEqual({ tone: 'near', words: 'Due in 1 min' })
  expect(at('2026-11-22T18:00:00Z')).toEqual({ tone: 'overdue', words: 'Overdue by 1 min' })
  expect(at('2026-11-22T20:10:00Z')).toEqual({ tone: 'overdue', words: 'Overdue by 2 h' })
})

test('what is agreed or dropped is overdue no more', () => {
  for (const status of ['approved', 'dropped'] as const)
    expect(dueWords(AT, Date.parse('2026-12-01T00:00:00Z'), status).tone).toBe('settled')
})

test('a moment just passed is just now', () => {
  expect(ago(AT, Date.parse(AT) + 20_000)).toBe('just now')
  expect(ago(AT, Date.parse(AT) + 2 * 3_600_000)).toBe('2 h ago')
})
