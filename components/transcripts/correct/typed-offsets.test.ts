import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonEnds, movedOffset } from '@/components/transcripts/correct/typed-offsets'

describe('places in a text that was typed into', () => {
  it('stay before the change, move along behind it, and stay inside it where it was', () => {
    const [before, after] = ['nine milion trees', 'nine million trees']
    const common = commonEnds(before, after)
    expect(movedOffset(0, before, after, common)).toBe(0)
    expect(movedOffset(before.length, before, after, common)).toBe(after.length)
    expect(after.slice(movedOffset(12, before, after, common))).toBe('trees')
  })

  it('are always within the new text and in order', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const common = commonEnds(before, after)
        let last = 0
        for (let offset = 0; offset <= before.length; offset += 1) {
          const at = movedOffset(offset, before, after, common)
          expect(at).toBeGreaterThanOrEqual(last)
          expect(at).toBeLessThanOrEqual(after.length)
          last = at
        }
      }),
    )
  })
})
