import { expect, it } from 'vitest'
import { shifted, stretched } from '@/components/claims/correct/retime'

it('a moment is shown where the step will put it', () => {
  expect(shifted(5000, -2000)).toBe(3000)
  expect(shifted(1000, -2000)).toBe(0)
  const [first, last] = [
    { fromMs: 10_000, toMs: 20_000 },
    { fromMs: 30_000, toMs: 60_000 },
  ]
  expect([10_000, 20_000, 30_000, 40_000, 0].map((ms) => stretched(ms, first, last))).toEqual([
    20_000, 40_000, 60_000, 80_000, 0,
  ])
})
