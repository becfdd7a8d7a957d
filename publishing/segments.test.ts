import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClaimMark, marksByTurn, segmentsOf } from '@/publishing/segments'
import { claimFixture, pageFixture, turnFixture } from '@/publishing/snapshot-fixture'

const TEXT = 'one two three four five'
const mark = (claim: number, start: number, end: number): ClaimMark => ({ claim, start, end, last: true })

describe('segments of a turn', () => {
  it('are the plain text where nothing is claimed', () => {
    expect(segmentsOf(TEXT, [])).toEqual([{ text: TEXT, claims: [], link: null, ends: [] }])
  })

  it('split where claims overlap, and each claim keeps a stretch that leads to it', () => {
    const segments = segmentsOf(TEXT, [mark(1, 0, 13), mark(2, 8, 18)])
    expect(segments.map(({ text, claims }) => [text, claims])).toEqual([
      ['one two ', [1]],
      ['three', [1, 2]],
      [' four', [2]],
      [' five', []],
    ])
    expect(new Set(segments.map((segment) => segment.link))).toEqual(new Set([1, 2, null]))
  })

  it('let a claim inside a longer one be reached', () => {
    const segments = segmentsOf(TEXT, [mark(1, 0, 23), mark(2, 4, 7)])
    expect(segments.find((segment) => segment.text === 'two')?.link).toBe(2)
  })

  it('name both claims at the end of the same words', () => {
    const [segment] = segmentsOf(TEXT, [mark(1, 0, 7), mark(2, 0, 7)])
    expect(segment?.ends.toSorted()).toEqual([1, 2])
  })

  it('joined are the text again, whatever the claims', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 8 })
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, (text, pairs) => {
        const marks = pairs
          .map(([a, b], index) =>
            mark(index + 1, Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)),
          )
          .filter(({ start, end }) => end > start)
        const segments = segmentsOf(text, marks)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        const ended = segments.flatMap((segment) => segment.ends).toSorted((a, b) => a - b)
        expect(ended).toEqual(marks.map(({ claim }) => claim))
      }),
    )
  })
})

describe('marks of a page', () => {
  const turns = [turnFixture(0, 'It never rains here.', 0), turnFixture(1, 'Never, not once.', 2000)]

  it('run over turns, and end in the last', () => {
    const claim = claimFixture(turns, 1, { turn: 0, from: 1, lastTurn: 1, to: 0 })
    const marks = marksByTurn({ turns, claims: [claim] })
    expect(marks.get(0)).toEqual([{ claim: 1, start: 3, end: 20, last: false }])
    expect(marks.get(1)).toEqual([{ claim: 1, start: 0, end: 6, last: true }])
  })

  it('never put a claim on words that its speaker did not say', () => {
    const claim = claimFixture(turns, 1, { turn: 0, from: 0, to: 2 })
    expect(marksByTurn({ turns, claims: [{ ...claim, quote: 'It always rains' }] }).size).toBe(0)
    const edited = [turnFixture(0, 'It always rains here.', 0)]
    expect(marksByTurn({ turns: edited, claims: [claim] }).size).toBe(0)
  })

  it('leave out claims that were made elsewhere', () => {
    const page = pageFixture()
    const marked = [...marksByTurn(page).values()].flat().map((each) => each.claim)
    expect(new Set(marked)).toEqual(new Set([1, 2, 3, 4]))
  })
})
