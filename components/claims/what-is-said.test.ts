import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceSaid } from '@/components/claims/what-is-said'
import { bounds, selectedText } from '@/components/transcripts/selected-words'
import { timedWords } from '@/components/transcripts/spoken-turns'
import { comparePoints, transcriptWords } from '@/components/transcripts/word-cursor'
import { wordsOf } from '@/transcripts/words'

type Line = { who: string; text: string; from: number; step?: number }

/** Words of `step` ms each, one after the other from the turn's first moment. */
function transcript(lines: readonly Line[]) {
  const words = transcriptWords(lines.map(({ text }, index) => ({ id: `t${index}`, text })))
  const times = Object.fromEntries(
    lines.map(({ text, from, step = 500 }, index) => {
      const starts = wordsOf(text).map((_, word) => from + word * step)
      return [`t${index}`, { starts, ends: starts.map((start) => start + step) }]
    }),
  )
  const timed = timedWords(words, times)
  const said = (ms: number, heard: { fromMs: number; rate: number } = { fromMs: 0, rate: 1 }) => {
    const found = sentenceSaid(timed, ms, heard, (a, b) => lines[a]?.who === lines[b]?.who)
    return found && selectedText(words, found)
  }
  return { timed, times, said }
}

const TALK = [
  { who: 'Ada', text: 'Good evening. How many trees?', from: 0 },
  // 0.5 s a word: nine 3000–6500, nobody 6500–10000
  {
    who: 'Bo',
    text: 'We planted nine million trees last year. Nobody has ever planted more in one year.',
    from: 3000,
  },
  { who: 'Ada', text: 'The register lists forty thousand.', from: 11_000 },
]

describe('one key flags what is being said', () => {
  it('is the whole sentence around the word, from any word in it', () => {
    const { said } = transcript(TALK)
    for (const ms of [4600, 5000, 6400]) expect(said(ms)).toBe('We planted nine million trees last year.')
    expect(said(9000)).toBe('Nobody has ever planted more in one year.')
  })

  it('is the sentence before, where the next has only just begun', () => {
    const { said } = transcript(TALK)
    expect(said(6800)).toBe('We planted nine million trees last year.')
    expect(said(11_300)).toBe('Nobody has ever planted more in one year.')
    expect(said(12_600)).toBe('The register lists forty thousand.')
  })

  it('is never a sentence that was not heard since listening began', () => {
    const { said } = transcript(TALK)
    expect(said(6800, { fromMs: 6500, rate: 1 })).toBe('Nobody has ever planted more in one year.')
  })

  it('counts with more of the recording where it plays faster', () => {
    const { said } = transcript(TALK)
    expect(said(8200, { fromMs: 0, rate: 2 })).toBe('We planted nine million trees last year.')
    expect(said(8200, { fromMs: 0, rate: 1 })).toBe('Nobody has ever planted more in one year.')
  })

  it('is the last sentence in a short silence, and nothing in a long one', () => {
    const { said } = transcript(TALK)
    expect(said(15_500)).toBe('The register lists forty thousand.')
    expect(said(60_000)).toBeNull()
    expect(transcript([{ who: 'Ada', text: 'No times.', from: 0 }].map((line) => line)).said(-1)).toBeNull()
  })

  it('goes over turns where captions cut a sentence, and never into another person’s words', () => {
    const cut = transcript([
      { who: 'Bo', text: 'It began. We planted nine', from: 0 },
      { who: 'Bo', text: 'million trees', from: 2500 },
      { who: 'Bo', text: 'last year. And then', from: 3500 },
      { who: 'Ada', text: 'you stopped.', from: 5500 },
    ])
    expect(cut.said(3000)).toBe('We planted nine million trees last year.')
    expect(cut.said(5400, { fromMs: 5000, rate: 1 })).toBe('And then')
  })

  it('stays with a long answer into which somebody else puts a word', () => {
    const { said } = transcript([
      { who: 'Bo', text: 'We planted nine million trees in the north last year, all of them oaks.', from: 0 },
      { who: 'Ada', text: 'Yes.', from: 2000 },
    ])
    expect(said(4500)).toBe('We planted nine million trees in the north last year, all of them oaks.')
  })

  it('ends at pauses where captions have no punctuation', () => {
    const long = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ')
    const { said, times } = transcript([{ who: 'Bo', text: long, from: 0, step: 300 }])
    const starts = times.t0?.starts ?? []
    // A second of silence before the hundredth word.
    for (let word = 100; word < starts.length; word += 1) starts[word] = (starts[word] ?? 0) + 1000
    for (const [word, start] of starts.entries()) times.t0?.ends.splice(word, 1, start + 300)
    const found = said((starts[105] ?? 0) + 10)
    expect(found?.startsWith('w100 w101')).toBe(true)
    expect(found?.endsWith('w118')).toBe(true)
  })

  it('always holds the word that was being said, or one heard no more than a second before', () => {
    const sentences = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sentences, fc.integer({ min: 0, max: 60_000 }), (lengths, ms) => {
        const lines = lengths.map((length, index) => ({
          who: index % 3 ? 'Ada' : 'Bo',
          text: `${Array.from({ length }, (_, word) => `W${word}`).join(' ')}.`,
          from: lengths.slice(0, index).reduce((sum, count) => sum + count * 500, 0),
        }))
        const { timed } = transcript(lines)
        const found = sentenceSaid(timed, ms, { fromMs: 0, rate: 1 }, () => true)
        if (!found) return
        const { first, last } = bounds(found)
        expect(comparePoints(first, last)).toBeLessThanOrEqual(0)
        const from = timed.times[`t${first.turn}`]?.starts[first.word] ?? Number.POSITIVE_INFINITY
        const to = timed.times[`t${last.turn}`]?.ends[last.word] ?? Number.NEGATIVE_INFINITY
        expect(from).toBeLessThanOrEqual(ms)
        expect(to).toBeGreaterThanOrEqual(ms - 6000)
      }),
    )
  })
})
