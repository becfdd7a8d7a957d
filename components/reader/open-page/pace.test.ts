import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAskMs } from '@/components/reader/open-page/pace'

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('pages ask every 30 to 90 seconds, spread over that time', () => {
  fc.assert(
    fc.property(random, (at) => {
      expect(nextAskMs(0, at)).toBeGreaterThanOrEqual(30_000)
      expect(nextAskMs(0, at)).toBeLessThanOrEqual(90_000)
    }),
  )
  expect(nextAskMs(0, 0.5)).toBe(60_000)
})

test('after failures they ask ever more seldom, and never give up', () => {
  fc.assert(
    fc.property(random, fc.nat(1000), (at, failures) => {
      const wait = nextAskMs(failures, at)
      expect(nextAskMs(failures + 1, at)).toBeGreaterThanOrEqual(wait)
      expect(wait).toBeLessThanOrEqual(15 * 60_000)
    }),
  )
  expect(nextAskMs(2, 0)).toBe(120_000)
})
