import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTypedTime, typedTime } from '@/transcripts/typed-time'

describe('a time as people type it', () => {
  it('is read in hours, in minutes and in seconds', () => {
    for (const text of ['1:02:03', '62:03', '3723', ' 1:2:3 ', '01:02:03', '3723.0', '٣٧٢٣', '१:०२:०३'])
      expect(parseTypedTime(text), text).toEqual({ ms: 3_723_000 })
    expect(parseTypedTime('0')).toEqual({ ms: 0 })
    expect(parseTypedTime('0:00,25')).toEqual({ ms: 250 })
  })

  it('is refused with a sentence where it could mean two things or nothing', () => {
    for (const text of ['', 'soon', '1:75', '1:62:03', '1:2:3:4', '-5', '1:', ':30', '1:002', '9999999'])
      expect(parseTypedTime(text).reason, text).toMatch(/\.$/)
  })

  it('is read back to the millisecond from what we write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (ms) => {
        expect(parseTypedTime(typedTime(ms))).toEqual({ ms })
      }),
    )
  })
})
