import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bounds,
  caretAt,
  charactersIn,
  countSelected,
  fromWordSelection,
  holds,
  moveTo,
  overlaps,
  selectedText,
  toWordSelection,
  wordFrom,
  wordUpTo,
} from '@/components/transcripts/selected-words'
import { transcriptWords } from '@/components/transcripts/word-cursor'
import { wordsOf } from '@/transcripts/words'

const words = transcriptWords([
  { id: 'a', text: 'one two three' },
  { id: 'b', text: 'four five' },
  { id: 'c', text: 'six seven eight' },
])
const at = (turn: number, word: number) => ({ turn, word })
const span = (a: [number, number], b: [number, number]) => ({
  anchor: at(...a),
  focus: at(...b),
  marked: true,
})

describe('selected words', () => {
  it('extends over turns and counts what lies between, in either direction', () => {
    const onward = moveTo(caretAt(at(0, 1)), at(2, 0), true)
    const back = moveTo(caretAt(at(2, 0)), at(0, 1), true)
    expect(countSelected(words, onward)).toBe(5)
    expect(countSelected(words, back)).toBe(5)
    expect(bounds(back)).toEqual({ first: at(0, 1), last: at(2, 0) })
    expect(selectedText(words, back)).toBe('two three four five six')
  })

  it('moving without Shift leaves a bare caret that would flag nothing', () => {
    expect(moveTo(span([0, 0], [1, 1]), at(1, 0), false)).toEqual(caretAt(at(1, 0)))
    expect(caretAt(at(1, 0)).marked).toBe(false)
  })

  it('goes to the server and comes back as the same words', () => {
    const selected = span([0, 2], [1, 0])
    const sent = toWordSelection(words, selected)
    expect(sent).toEqual({ firstTurnId: 'a', firstWord: 2, lastTurnId: 'b', lastWord: 0 })
    expect(sent && fromWordSelection(words, sent)).toEqual(selected)
  })

  it('an anchor whose words are gone is nowhere, not on other words', () => {
    expect(
      fromWordSelection(words, { firstTurnId: 'a', firstWord: 3, lastTurnId: 'b', lastWord: 0 }),
    ).toBeNull()
    expect(
      fromWordSelection(words, { firstTurnId: 'gone', firstWord: 0, lastTurnId: 'b', lastWord: 0 }),
    ).toBeNull()
    expect(
      fromWordSelection(words, { firstTurnId: 'b', firstWord: 0, lastTurnId: 'a', lastWord: 0 }),
    ).toBeNull()
  })

  it('snaps half words to whole words', () => {
    const spans = wordsOf('one two three')
    expect(wordFrom(spans, 5)).toBe(1)
    expect(wordFrom(spans, 3)).toBe(1)
    expect(wordUpTo(spans, 5)).toBe(1)
    expect(wordUpTo(spans, 4)).toBe(0)
    expect(wordUpTo(spans, 0)).toBeNull()
    expect(wordFrom(spans, 13)).toBeNull()
  })

  it('gives the characters of each turn it touches and of no other', () => {
    const selected = span([0, 1], [2, 1])
    expect(charactersIn(words, selected, 0)).toEqual({ start: 4, end: 13 })
    expect(charactersIn(words, selected, 1)).toEqual({ start: 0, end: 9 })
    expect(charactersIn(words, selected, 2)).toEqual({ start: 0, end: 9 })
    expect(charactersIn(words, span([0, 0], [0, 1]), 1)).toBeNull()
  })

  it('finds where claims overlap, also in a single word', () => {
    expect(overlaps(words, [span([0, 0], [1, 0]), span([1, 0], [2, 2])])).toEqual([span([1, 0], [1, 0])])
    expect(overlaps(words, [span([0, 0], [0, 1]), span([0, 2], [1, 0])])).toEqual([])
    expect(overlaps(words, [span([0, 0], [2, 2]), span([0, 1], [1, 0]), span([0, 2], [1, 1])])).toEqual([
      span([0, 1], [1, 1]),
    ])
  })

  it('says of every word what counting the claims on it says', () => {
    const all = [0, 1, 2].flatMap((turn) => words.spans(turn).map((_, word) => at(turn, word)))
    const point = fc.nat({ max: all.length - 1 })
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 6 }), (pairs) => {
        const claims = pairs.map(([a, b]) => ({
          anchor: all[Math.min(a, b)] ?? at(0, 0),
          focus: all[Math.max(a, b)] ?? at(0, 0),
          marked: true,
        }))
        const shared = overlaps(words, claims)
        for (const word of all) {
          const covered = claims.filter((claim) => holds(claim, word)).length
          expect(shared.some((stretch) => holds(stretch, word))).toBe(covered > 1)
        }
      }),
    )
  })
})
