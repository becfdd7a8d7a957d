import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedCue } from './formats/format'
import { buildTurns } from './turns'
import { countWords, normaliseText, wordsOf } from './words'

const time = fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: null, freq: 6 })
const text = fc.string({
  unit: fc.constantFrom('a', 'bé', ' ', '  ', '.', '\n', '世', '、', 'か', 'ไ', '\u0000', '👍', 'word '),
  maxLength: 60,
})
const cue: fc.Arbitrary<ParsedCue> = fc
  .record({
    startMs: time,
    endMs: time,
    speaker: fc.constantFrom(null, 'Ann', 'Bob'),
    text,
    startsTurn: fc.boolean(),
    timed: fc.boolean(),
  })
  .map(({ timed, startsTurn, ...rest }) => {
    const made: ParsedCue = startsTurn ? { ...rest, startsTurn } : rest
    const words = normaliseText(rest.text)
      .split(' ')
      .filter((word) => word !== '')
    const from = rest.startMs ?? 0
    if (timed)
      made.words = words.map((word, nth) => ({
        text: word,
        startMs: from + nth * 50 * (nth % 3),
        endMs: from + nth * 90,
      }))
    return made
  })

describe('turns', { timeout: 60_000 }, () => {
  it('keep every word, have a time per word or none, and never go back in time', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 40 }), (cues) => {
        const turns = buildTurns(cues)
        let last = 0
        for (const turn of turns) {
          expect(turn.text).toBe(normaliseText(turn.text))
          const count = wordsOf(turn.text).length
          expect(count).toBeGreaterThan(0)
          expect([0, count]).toContain(turn.wordStarts.length)
          expect(turn.wordEnds).toHaveLength(turn.wordStarts.length)
          expect(turn.wordEstimated).toHaveLength(turn.wordStarts.length)
          expect(turn.startMs).toBe(turn.wordStarts[0] ?? null)
          turn.wordStarts.forEach((start, word) => {
            expect(Number.isInteger(start)).toBe(true)
            expect(start).toBeGreaterThanOrEqual(last)
            expect(turn.wordEnds[word]).toBeGreaterThanOrEqual(start)
            last = start
          })
        }
        const words = cues.reduce((sum, one) => sum + countWords(normaliseText(one.text)), 0)
        expect(turns.reduce((sum, turn) => sum + countWords(turn.text), 0)).toBe(words)
      }),
      { numRuns: 150 },
    )
  })

  it('keep who said what', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 30 }), (cues) => {
        const untimed = cues.map((one) => ({ ...one, startMs: null, endMs: null }))
        const said = (who: string | null, parts: { speaker: string | null; text: string }[]) =>
          parts
            .filter((part) => part.speaker === who)
            .map((part) => normaliseText(part.text).replaceAll(' ', ''))
            .join('')
        for (const who of [null, 'Ann', 'Bob'])
          expect(said(who, buildTurns(untimed))).toBe(said(who, untimed))
      }),
    )
  })

  const at = (startMs: number, endMs: number, text: string, speaker: string | null = null): ParsedCue => ({
    startMs,
    endMs,
    text,
    speaker,
  })

  it('join the cues of one speaker, whatever the pause', () => {
    const turns = buildTurns([
      at(0, 1000, 'One.', 'Ann'),
      at(9000, 10_000, 'Two.', 'Ann'),
      at(10_000, 11_000, 'No.', 'Bob'),
    ])
    expect(turns.map((turn) => [turn.speaker, turn.text])).toEqual([
      ['Ann', 'One. Two.'],
      ['Bob', 'No.'],
    ])
  })

  it('end at a pause where nobody says who speaks', () => {
    const ten = 'one two three four five six seven eight nine ten'
    const turns = buildTurns([at(0, 4000, ten), at(4200, 8000, ten), at(9600, 12_000, ten)])
    expect(turns.map((turn) => turn.wordStarts.length)).toEqual([20, 10])
  })

  it('end at a sentence after 70 words, and at 160 words where there are no sentences', () => {
    const sentence = 'This sentence has exactly ten words in it, no more.'
    const flat = buildTurns([{ startMs: null, endMs: null, speaker: null, text: `${sentence} `.repeat(20) }])
    expect(flat.map((turn) => countWords(turn.text))).toEqual([70, 70, 60])
    const endless = buildTurns([{ startMs: null, endMs: null, speaker: null, text: 'word '.repeat(400) }])
    expect(endless.map((turn) => countWords(turn.text))).toEqual([160, 160, 80])
  })

  it('spread the words of a cue by their length and say so', () => {
    const [turn] = buildTurns([at(1000, 3000, 'a incomprehensibilities b')])
    expect(turn?.wordEstimated).toEqual([true, true, true])
    expect(turn?.wordStarts[0]).toBe(1000)
    expect(turn?.wordEnds[2]).toBe(3000)
    expect((turn?.wordEnds[1] ?? 0) - (turn?.wordStarts[1] ?? 0)).toBeGreaterThan(1500)
  })

  it('take measured times as they are', () => {
    const words = [
      { text: 'Good', startMs: 1200, endMs: 1500 },
      { text: 'evening.', startMs: 1700, endMs: 2100 },
    ]
    const [turn] = buildTurns([{ ...at(1000, 3000, 'Good evening.'), words }])
    expect(turn).toMatchObject({
      startMs: 1200,
      endMs: 2100,
      wordStarts: [1200, 1700],
      wordEnds: [1500, 2100],
      wordEstimated: [false, false],
    })
  })

  it('put cues in order of time', () => {
    const turns = buildTurns([at(5000, 6000, 'second', 'Ann'), at(1000, 2000, 'first', 'Ann')])
    expect(turns.map((turn) => turn.text)).toEqual(['first second'])
  })

  it('share the time of one caption between its speakers', () => {
    const turns = buildTurns([at(0, 2000, 'Hello there', 'Ann'), at(0, 2000, 'Hello you', 'Bob')])
    expect(turns[0]?.endMs).toBeLessThanOrEqual(1200)
    expect(turns[1]?.startMs).toBe(turns[0]?.endMs)
  })

  it('build 200,000 cues of one word', () => {
    const cues = Array.from({ length: 200_000 }, (_, nth) => at(nth * 300, nth * 300 + 250, `word${nth}`))
    const turns = buildTurns(cues)
    expect(turns.reduce((sum, turn) => sum + turn.wordStarts.length, 0)).toBe(200_000)
    expect(turns[0]?.wordEstimated[0]).toBe(false)
  })
})
