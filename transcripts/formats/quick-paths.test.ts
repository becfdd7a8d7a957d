import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '@/transcripts/words'
import { captionLine } from './caption-line'
import { readCaptionTime, readPlainTime, readStrictTime } from './caption-time'
import { wordsOfCue } from './caption-words'
import { sourceOf } from './source'
import { srt } from './srt'
import { isTidy, tidyText } from './tidy-text'
import { webvtt } from './webvtt'
import { readCaptionText } from './webvtt-text'
import { linesOfSegments, readWordTimes } from './webvtt-word-times'

/**
 * The quick ways of reading captions give what the rules give, sign for sign, on any input. Beside each stands the rule
 * written out plainly, or the reader that keeps to the letter of the recommendation.
 */

const RUNS = { numRuns: 1500 }
const piece = fc.constantFrom(
  ...[
    'rain',
    ' ',
    '  ',
    'a',
    '\n',
    '\n\n',
    '\t',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u0007',
    '\ud800',
    '👍',
    '世',
  ],
  ...[
    '<c>',
    '</c>',
    '<c.red>',
    '<c.a.b>',
    '<c d>',
    '<00:00:01.500>',
    '<00:00:01.700>',
    '<00:00:01,700>',
    '<00:01.500>',
  ],
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&lt;',
    '<v Ann>',
    '</v>',
    '<b>',
    '<i',
    '>> ',
    '- ',
    '– ',
    'Ann: ',
    '：',
    '<1',
    '</',
    '<c',
    '\u200f',
  ],
)
const payload = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''))

describe('the quick way of reading', { timeout: 60_000 }, () => {
  it('tidies as `normaliseText` does', () => {
    fc.assert(
      fc.property(payload, (text) => {
        expect(tidyText(text)).toBe(normaliseText(text))
        expect(isTidy(text)).toBe(normaliseText(text) === text)
      }),
      RUNS,
    )
  })

  it('knows of a line what a closer look would find', () => {
    fc.assert(
      fc.property(payload, payload, (text, around) => {
        const plain = text.replaceAll('\n', ' ')
        const line = captionLine(around + plain + around, around.length, around.length + plain.length)
        if (line === null) expect(normaliseText(plain)).toBe('')
        else {
          expect(normaliseText(line.text)).toBe(normaliseText(plain))
          if (line.isTidy) expect(normaliseText(line.text)).toBe(line.text)
          expect(line.hasColon).toBe(/[:：]/.test(line.text))
          expect(line.isMarked).toBe(/^[>\-–—]/.test(line.text))
        }
      }),
      RUNS,
    )
  })

  it('reads inline times and classes as the rules of caption text do', () => {
    let read = 0
    fc.assert(
      fc.property(payload, payload, (text, around) => {
        const lines = readWordTimes(around + text + around, around.length, around.length + text.length)
        if (lines === null) return
        read += 1
        const { segments, foreignTag, lost, voice } = readCaptionText(text)
        expect({ foreignTag, lost, voice }).toEqual({ foreignTag: null, lost: null, voice: null })
        expect(lines).toEqual(linesOfSegments(segments))
      }),
      RUNS,
    )
    expect(read).toBeGreaterThan(RUNS.numRuns / 10)
  })

  it('gives words the times of the stretch that they begin in', () => {
    fc.assert(
      fc.property(payload, (text) => {
        const [cue, ...more] = webvtt.parse(sourceOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`)).cues
        const words = cue && more.length === 0 ? wordsOfCue(cue) : undefined
        if (!cue || !words || words.length === 0) return
        expect(words.map((word) => word.text).join(' ')).toBe(cue.text)
        for (const word of words) {
          expect(word.startMs).toBeGreaterThanOrEqual(1000)
          expect(word.endMs).toBeLessThanOrEqual(2000)
          expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
        }
      }),
      RUNS,
    )
  })

  it('reads plain times as the strict and the lenient reader do', () => {
    const sign = fc.constantFrom(...'0123456789', '0', '1', '5', ':', '.', ',', ' ', 'x')
    const nearly = fc.array(sign, { maxLength: 3 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(
        fc.nat({ max: 99 }),
        fc.nat({ max: 70 }),
        fc.nat({ max: 70 }),
        fc.nat({ max: 999 }),
        nearly,
        fc.nat({ max: 14 }),
        fc.boolean(),
        (h, m, s, ms, noise, at, dot) => {
          const two = (value: number) => String(value).padStart(2, '0')
          const right = `${two(h)}:${two(m)}:${two(s)}${dot ? '.' : ','}${String(ms).padStart(3, '0')}`
          for (const text of [right, right.slice(0, at) + noise + right.slice(at + noise.length)]) {
            const quick = readPlainTime(text, 0)
            if (quick < 0) continue
            const head = text.slice(0, 12)
            expect(readCaptionTime(head, 12, { at: 0, lenient: false })).toBe(quick)
            if (head[8] === '.') expect(readStrictTime(head, 12, { at: 0, lenient: false })).toBe(quick)
          }
          expect(readPlainTime(right, 0) >= 0).toBe(m < 60 && s < 60)
        },
      ),
      RUNS,
    )
  })

  it('of SRT times and numbers gives what any other writing of them gives', () => {
    const line = fc.constantFrom('rain', '1', '12', '1996', 'a --> b', '', ' ', '<i>snow</i>', 'x: y')
    const caption = fc.record({
      lines: fc.array(line, { maxLength: 4 }),
      number: fc.constantFrom('right', 'wrong', 'none'),
      blank: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(caption, { minLength: 1, maxLength: 5 }), (captions) => {
        const write = (times: (nth: number) => string) =>
          captions
            .map(({ lines, number, blank }, nth) => {
              const label = number === 'none' ? '' : `${number === 'right' ? nth + 1 : 77}\n`
              return `${label}${times(nth)}\n${lines.join('\n')}\n${blank ? '\n' : ''}`
            })
            .join('')
        // The same moments: once as nearly all files have them, once in a way that only the slow reader knows.
        const plain = write((nth) => `00:00:1${nth},000 --> 00:00:1${nth},500`)
        const odd = write((nth) => `0:00:1${nth},000  -->  0:00:1${nth},500`)
        const read = (text: string) =>
          srt
            .parse(sourceOf(text))
            .cues.map(({ startMs, endMs, text: said, line: at }) => [startMs, endMs, said, at])
        expect(read(plain)).toEqual(read(odd))
      }),
      RUNS,
    )
  })
})
