import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextChangeAfter, timedWords, wordSaidAt } from '@/components/transcripts/spoken-turns'
import { LINGER, lastStarted, wordSpokenAt } from '@/components/transcripts/spoken-word'
import { transcriptWords } from '@/components/transcripts/word-cursor'

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

describe('the next moment at which another word may be said', () => {
  const words = transcriptWords([
    { id: 'a', text: 'one two three' },
    { id: 'b', text: 'four' },
    { id: 'c', text: 'untimed' },
  ])
  const timed = timedWords(words, { a: times, b: { starts: [1600], ends: [1700] } })

  it('is a word that begins, in this turn or another, or the end of one', () => {
    expect(nextChangeAfter(timed, 0)).toBe(1000)
    expect(nextChangeAfter(timed, 1000)).toBe(1500)
    expect(nextChangeAfter(timed, 1500)).toBe(1600)
    expect(nextChangeAfter(timed, 1600)).toBe(1700 + LINGER + 1)
    expect(nextChangeAfter(timed, 9000)).toBe(Number.POSITIVE_INFINITY)
  })

  it('misses none: between two such moments the same word is being said', () => {
    const step = fc.tuple(fc.nat(900), fc.nat(900))
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 5 }),
        fc.nat(4000),
        (turns, from) => {
          // Turns begin one after another, and may go on while later ones are said.
          let begun = 0
          const made = turns.map((steps, turn) => {
            let at = begun
            const starts = steps.map(([pause]) => (at += pause))
            begun = starts[0] ?? begun
            return {
              id: String(turn),
              text: steps.map(() => 'word').join(' '),
              starts,
              lasting: steps.map(([, lasts]) => lasts),
            }
          })
          const some = timedWords(
            transcriptWords(made),
            Object.fromEntries(
              made.map(({ id, starts, lasting }) => [
                id,
                { starts, ends: starts.map((start, word) => start + (lasting[word] ?? 0)) },
              ]),
            ),
          )
          const until = Math.min(nextChangeAfter(some, from), from + 3000)
          const said = JSON.stringify(wordSaidAt(some, from))
          let ms = from
          while (ms < until && JSON.stringify(wordSaidAt(some, ms)) === said) ms += 1
          expect(ms).toBeGreaterThanOrEqual(until)
        },
      ),
    )
  })
})
