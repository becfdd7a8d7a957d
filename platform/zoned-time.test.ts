import { expect, test } from 'vitest'
import { fromZonedLocal, toZonedLocal } from '@/platform/zoned-time'

test.each([
  ['Europe/Berlin', '2026-05-07T08:00', '2026-05-07T06:00:00.000Z'],
  ['America/New_York', '2026-01-31T21:30', '2026-02-01T02:30:00.000Z'],
  ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00.000Z'],
  ['UTC', '2026-12-31T23:59', '2026-12-31T23:59:00.000Z'],
])('a time on a clock in %s is one moment, and shows as that time again', (zone, local, moment) => {
  expect(fromZonedLocal(local, zone)).toBe(moment)
  expect(toZonedLocal(moment, zone)).toBe(local)
})

test('a time that two clocks show is the first, and one that none shows comes after the gap', () => {
  expect(fromZonedLocal('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  expect(fromZonedLocal('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
})

test('what is no time is no moment', () => {
  expect(fromZonedLocal('', 'UTC')).toBeNull()
  expect(fromZonedLocal('soon', 'UTC')).toBeNull()
})
