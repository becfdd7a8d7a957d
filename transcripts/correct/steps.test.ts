import { describe, expect, test } from 'vitest'
import { Invalid } from '@/platform/errors'
import { applyStep } from './apply-step'
import { type Doc, type DocTurn, withWords } from './document'

/** A turn whose words start at these ms and last 200 each; untimed without. */
function turn(id: string, text: string, starts: number[] = []): DocTurn {
  return withWords(
    { id, participantId: 'p' },
    text,
    starts.map((startMs) => ({ startMs, endMs: startMs + 200, estimated: false })),
  )
}

const times = (turns: Doc, id: string) => {
  const found = turns.find((one) => one.id === id)
  return found?.wordStarts.map((start, word) => [start, found.wordEnds[word], found.wordEstimated[word]])
}
const said = (turns: Doc) => turns.map(({ id, text, startMs, endMs }) => [id, text, startMs, endMs])

const DOC = [
  turn('a', 'Good evening.', [0, 400]),
  turn('b', 'We planted nine million trees.', [1000, 1300, 1600, 2000, 2400]),
  turn('c', 'Who counted?', [3000, 3300]),
]
const B = { turnId: 'b', seen: '' }

describe('other words', () => {
  const edited = (text: string) => applyStep(DOC, { kind: 'words', ...B, text }).turns

  test('as many as before take their times, marked estimated', () => {
    expect(times(edited('We planted 9 Million trees.'), 'b')?.slice(1, 4)).toEqual([
      [1300, 1500, false],
      [1600, 1800, true],
      [2000, 2200, true],
    ])
  })

  test('more or fewer share the time of those that stood there', () => {
    expect(times(edited('We planted well over nine hundred trees.'), 'b')).toEqual([
      [1000, 1200, false],
      [1300, 1500, false],
      [1500, 1550, true],
      [1550, 1600, true],
      [1600, 1800, false],
      [2000, 2200, true],
      [2400, 2600, false],
    ])
  })

  test('at the end reach into the pause after it, and no further than the next turn', () => {
    const turns = edited('We planted nine million trees. And then some more of them.')
    expect(times(turns, 'b')?.at(-1)?.[1]).toBe(3000)
    expect(turns[1]?.endMs).toBe(3000)
    expect(edited('So we planted nine million trees.')[1]).toMatchObject({ startMs: 1000, endMs: 2600 })
  })

  test('in an untimed turn stay untimed', () => {
    const doc = [turn('a', 'One two'), turn('b', 'Three')]
    expect(applyStep(doc, { kind: 'words', turnId: 'a', seen: '', text: 'One' }).turns[0]).toEqual(
      turn('a', 'One'),
    )
  })
})

describe('cut and put together', () => {
  test('a turn has the words and times that it had', () => {
    const cut = applyStep(DOC, { kind: 'split', ...B, beforeWord: 2, newTurnId: 'n' })
    expect(said(cut.turns).slice(1, 3)).toEqual([
      ['b', 'We planted', 1000, 1500],
      ['n', 'nine million trees.', 1600, 2600],
    ])
    expect(applyStep(cut.turns, { kind: 'merge', turnId: 'n', seen: '' }).turns).toEqual(DOC)
  })

  test('turns spoken at once keep their words in order, and say which times are guessed', () => {
    const doc = [turn('a', 'Yes but no', [0, 500, 1000]), turn('b', 'Let me finish', [400, 900, 1400])]
    expect(times(applyStep(doc, { kind: 'merge', turnId: 'b', seen: '' }).turns, 'a')?.slice(2)).toEqual([
      [1000, 1200, false],
      [1000, 1000, true],
      [1000, 1100, true],
      [1400, 1600, false],
    ])
  })

  test('an untimed turn takes its times from what is left beside the other', () => {
    const doc = [turn('a', 'One two', [0, 500]), turn('b', 'three four'), turn('c', 'Five', [1200])]
    expect(times(applyStep(doc, { kind: 'merge', turnId: 'b', seen: '' }).turns, 'a')).toEqual([
      [0, 200, false],
      [500, 700, false],
      [700, expect.any(Number), true],
      [expect.any(Number), 1200, true],
    ])
  })

  test('where there is nothing to cut, or none before, is refused', () => {
    expect(() => applyStep(DOC, { kind: 'split', ...B, beforeWord: 5, newTurnId: 'n' })).toThrow(Invalid)
    expect(() => applyStep(DOC, { kind: 'merge', turnId: 'a', seen: '' })).toThrow(Invalid)
  })
})

describe('times', () => {
  test('moved back stop at the recording’s begin', () => {
    expect(said(applyStep(DOC, { kind: 'shift', byMs: -1200 }).turns).map(([, , ...at]) => at)).toEqual([
      [0, 0],
      [0, 1400],
      [1800, 2300],
    ])
    expect(() => applyStep(DOC, { kind: 'shift', byMs: -60_000 })).toThrow('before the recording begins')
    expect(() => applyStep(DOC, { kind: 'shift', byMs: 2_147_483_647 })).toThrow('later than any recording')
    expect(() => applyStep([turn('a', 'Untimed')], { kind: 'shift', byMs: 1 })).toThrow('no times')
  })

  test('stretched are exact at both points, and right to the ms five hours away', () => {
    const hours = 18_000_000
    const doc = [turn('a', 'First', [10_000]), turn('b', 'Last', [hours])]
    const [first, last] = applyStep(doc, {
      kind: 'stretch',
      first: { fromMs: 10_000, toMs: 9_000 },
      last: { fromMs: hours, toMs: hours + 7_001 },
    }).turns
    expect([first?.startMs, last?.startMs]).toEqual([9_000, hours + 7_001])
    const third = applyStep([turn('a', 'a b c', [0, 1, 2])], {
      kind: 'stretch',
      first: { fromMs: 0, toMs: 0 },
      last: { fromMs: 3, toMs: 1000 },
    }).turns
    expect(third[0]?.wordStarts).toEqual([0, 333, 667])
  })

  test('of one turn move its words, and draw them together before the next', () => {
    const set = (turnId: string, startMs: number) =>
      applyStep(DOC, { kind: 'time', turnId, seenMs: null, startMs }).turns
    expect(times(set('b', 900), 'b')?.at(-1)).toEqual([2300, 2500, false])
    const close = set('b', 2600)[1]
    expect([close?.startMs, close?.endMs]).toEqual([2600, 3000])
    expect(() => set('b', 3001)).toThrow('between')
    expect(() => set('c', 900)).toThrow('begins at 0:01')
  })

  test('typed for an untimed turn give each of its words one, guessed, up to the next', () => {
    const doc = [turn('a', 'One two three'), turn('b', 'Four', [900])]
    const [first] = applyStep(doc, { kind: 'time', turnId: 'a', seenMs: null, startMs: 300 }).turns
    expect(first).toMatchObject({ startMs: 300, endMs: 900, wordEstimated: [true, true, true] })
  })
})

describe('replacing', () => {
  const replace = (ranges: [number, number][], replacement: string, turnId = 'b') => {
    const find = { find: '', matchCase: true, wholeWords: false }
    return applyStep(DOC, { kind: 'replace', ...find, replacement, places: [{ turnId, seen: '', ranges }] })
  }

  test('leaves every word alone that no place touches, also beside equal ones', () => {
    const { turns, words } = replace([[11, 16]], '')
    expect(turns[1]?.text).toBe('We planted million trees.')
    expect([...words]).toEqual([0, 1, 2, 3, -1, 4, 5, 6, 7])
    expect(turns[1]?.wordStarts).toEqual([1000, 1300, 2000, 2400])
  })

  test('inside a word, or of the space between two, makes them other words', () => {
    expect([...replace([[10, 11]], '-').words].slice(2, 6)).toEqual([2, -1, -1, 4])
    expect(replace([[10, 11]], '-').turns[1]?.text).toBe('We planted-nine million trees.')
    expect(replace([[0, 11]], ' ', 'c').turns.at(-1)?.text).toBe('?')
  })

  test('everything takes a turn out; places that are none are refused', () => {
    expect(said(replace([[0, 12]], ' ', 'c').turns)).toHaveLength(2)
    for (const ranges of [
      [[5, 4]],
      [
        [0, 3],
        [2, 5],
      ],
      [[0, 99]],
    ] as [number, number][][])
      expect(() => replace(ranges, 'x')).toThrow(Invalid)
    const doc = [turn('a', '𝔸da')]
    const half = { turnId: 'a', seen: '', ranges: [[1, 2]] as [number, number][] }
    expect(() =>
      applyStep(doc, {
        kind: 'replace',
        find: 'x',
        matchCase: true,
        wholeWords: false,
        replacement: '',
        places: [half],
      }),
    ).toThrow(Invalid)
  })
})
