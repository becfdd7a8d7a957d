import { describe, expect, it } from 'vitest'
import { wordAtMs } from '@/components/reader/spoken-word'

describe('the word at a moment', () => {
  const starts = [[400, 700, 1200], [], [2000, 2300]]

  it.each([
    [399, null],
    [400, { turn: 0, word: 0 }],
    [1199, { turn: 0, word: 1 }],
    [1900, { turn: 0, word: 2 }],
    [2000, { turn: 2, word: 0 }],
    [99_000, { turn: 2, word: 1 }],
  ])('%i ms', (ms, expected) => {
    expect(wordAtMs(starts, ms)).toEqual(expected)
  })

  it('where two speak at once, is of the one who began last', () => {
    expect(wordAtMs([[0, 5000], [1000]], 1500)).toEqual({ turn: 1, word: 0 })
  })
})
