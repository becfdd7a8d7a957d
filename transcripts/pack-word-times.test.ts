import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packWordTimes, type TurnTimes, unpackWordTimes } from '@/transcripts/pack-word-times'

const ms = fc.integer({ min: 0, max: 2_147_483_647 })
const turn: fc.Arbitrary<TurnTimes> = fc
  .record({ id: fc.uuid(), words: fc.array(fc.tuple(ms, ms), { maxLength: 8 }) })
  .map(({ id, words }) => ({ id, starts: words.map(([start]) => start), ends: words.map(([, end]) => end) }))

const plain = (turns: readonly TurnTimes[]) =>
  Object.fromEntries(
    turns.map(({ id, starts, ends }) => [
      id,
      { starts: [...Array.from(starts)], ends: [...Array.from(ends)] },
    ]),
  )

it('brings every time over as it was, whatever the order of the words', () => {
  fc.assert(
    fc.property(fc.uniqueArray(turn, { selector: ({ id }) => id }), (turns) => {
      const back = Object.entries(unpackWordTimes(packWordTimes(turns)))
      expect(plain(back.map(([id, times]) => ({ id, ...times })))).toEqual(plain(turns))
    }),
  )
})

it('takes about four bytes a word where people speak', () => {
  const starts = Array.from({ length: 1000 }, (_, word) => word * 310)
  const turns = [{ id: '01a205fa-dbf0-730c-b1fa-c240ce4fdcd5', starts, ends: starts.map((at) => at + 280) }]
  expect(packWordTimes(turns).length).toBeLessThan(4100)
})

it('refuses bytes that were cut off', () => {
  const turns = [{ id: '01a205fa-dbf0-730c-b1fa-c240ce4fdcd5', starts: [100, 900], ends: [200, 1200] }]
  const bytes = packWordTimes(turns)
  for (let length = 1; length < bytes.length; length++)
    expect(() => unpackWordTimes(bytes.slice(0, length))).toThrow(RangeError)
})
