import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromZonedLocal, toZonedLocal, zonedMoments } from '@/platform/zoned-time'

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

test('a time is every moment at which the clocks show it: one, two where they are set back, none where they skip it', () => {
  expect(zonedMoments('2026-10-25T02:30', 'Europe/Berlin')).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ])
  expect(zonedMoments('2026-03-29T02:30', 'Europe/Berlin')).toEqual([])
  expect(zonedMoments('2026-03-29T03:00:05', 'Europe/Berlin')).toEqual(['2026-03-29T01:00:05.000Z'])
  expect(zonedMoments('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2)
  expect(zonedMoments('soon', 'UTC')).toEqual([])
})

test('every moment shows as a time that is, among others, that moment', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  )
  const moments = fc
    .integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 0) })
    .map((ms) => Math.floor(ms / 60_000) * 60_000)
  fc.assert(
    fc.property(zones, moments, (zone, ms) => {
      const moment = new Date(ms).toISOString()
      expect(zonedMoments(toZonedLocal(moment, zone), zone)).toContain(moment)
    }),
    { numRuns: 300 },
  )
})

test('what is no time is no moment', () => {
  expect(fromZonedLocal('', 'UTC')).toBeNull()
  expect(fromZonedLocal('soon', 'UTC')).toBeNull()
})
