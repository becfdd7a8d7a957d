import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, normaliseText, wordAt, wordsOf } from './words'

const texts = fc.string({
  unit: fc.constantFrom(...'ab é,. \t\n\u00a0\u0085\u0000\u0007\u200f世界、かなไทย한글👍🏽\ud800'.split('')),
  maxLength: 60,
})

describe('words', { timeout: 60_000 }, () => {
  it('counts runs without spaces as words, and signs of unspaced scripts one by one', () => {
    expect(countWords("I don't – well, know")).toBe(5)
    expect(countWords('世界、です')).toBe(4)
    expect(countWords('')).toBe(0)
  })

  it('never cuts, overlaps or drops a sign that is not a space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = wordsOf(text)
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(end, span.start).trim()).toBe('')
          end = span.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })

  it('are the runs without space where a script has spaces, whatever the space', () => {
    const spaced = fc.string({
      unit: fc.constantFrom(...'aé’—한\ufeff\u200b\u00a0\u1680\u2003\u2028\u3000\u0085\t\n\u000b\u001f👍'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(spaced, (text) => {
        const runs = [...text.matchAll(/\S+/g)].map((run) => ({
          start: run.index,
          end: run.index + run[0].length,
        }))
        expect(wordsOf(text)).toEqual(runs)
      }),
    )
  })

  it('finds the word at any offset', () => {
    const spans = wordsOf('one  two three')
    expect([0, 2, 3, 4, 5, 99].map((offset) => wordAt(spans, offset))).toEqual([0, 0, 1, 1, 1, 2])
    expect(wordAt([], 3)).toBe(-1)
  })
})

describe('stored text', { timeout: 60_000 }, () => {
  it('has single spaces, no control characters and nothing that a database refuses', () => {
    expect(normaliseText(' a\u00a0\r\n b\u0000\u0007c\u0085d\ud800 ')).toBe('a bc d\ufffd')
  })

  it('does not change when it is stored again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(/\s\s|^\s|\s$|\p{Cc}/u.test(once)).toBe(false)
      }),
    )
  })
})
