import { expect, test } from 'vitest'
import { dueSpan } from './due-days'

test('“today” is the newsroom’s day, and not the server’s', () => {
  // Half past eleven on Tuesday night in Berlin, and still Tuesday afternoon in New York.
  const at = '2026-03-10T22:30:00.000Z'
  expect(dueSpan('today', at, 'Europe/Berlin')).toEqual({
    from: '2026-03-09T23:00:00.000Z',
    until: '2026-03-10T23:00:00.000Z',
  })
  expect(dueSpan('today', at, 'America/New_York')).toEqual({
    from: '2026-03-10T04:00:00.000Z',
    until: '2026-03-11T04:00:00.000Z',
  })
})

test('“this week” goes from Monday to Monday, also where the clocks change within it', () => {
  expect(dueSpan('week', '2026-03-29T12:00:00.000Z', 'Europe/Berlin')).toEqual({
    from: '2026-03-22T23:00:00.000Z',
    until: '2026-03-29T22:00:00.000Z',
  })
})

test('overdue is everything before now; without a due time there is no span', () => {
  expect(dueSpan('overdue', '2026-03-10T22:30:00.000Z', 'UTC')).toEqual({
    from: null,
    until: '2026-03-10T22:30:00.000Z',
  })
  expect(dueSpan('none', '2026-03-10T22:30:00.000Z', 'UTC')).toBeNull()
})
