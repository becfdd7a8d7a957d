import { describe, expect, it } from 'vitest'
import { lastStarted, wordSpokenAt } from '@/components/transcripts/spoken-word'

const times = { starts: [1000, 1500, 4000], ends: [1400, 2000, 4500] }

describe('the word being said', () => {
  it('is the last one that has begun', () => {
    expect(wordSpokenAt(times, 999)).toBe(-1)
    expect(wordSpokenAt(times, 1000)).toBe(0)
    expect(wordSpokenAt(times, 1600)).toBe(1)
    expect(wordSpokenAt(times, 4100)).toBe(2)
  })

  it('is none in a long silence and in a turn without times', () => {
    expect(wordSpokenAt(times, 3000)).toBe(-1)
    expect(wordSpokenAt({ starts: [], ends: [] }, 3000)).toBe(-1)
    expect(wordSpokenAt(undefined, 3000)).toBe(-1)
  })

  it('finds the last of several that start together', () => {
    expect(lastStarted([0, 5, 5, 5, 9], 5)).toBe(3)
  })
})
