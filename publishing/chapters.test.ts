import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chaptersFromTopics } from '@/publishing/chapters'

const LONG = 'word '.repeat(600)
/** Question and answer in turn, each answer several minutes long. */
const talk = (answers: number) =>
  Array.from({ length: answers * 2 }, (_, at) => ({
    participant: at % 2,
    text: at % 2 === 0 ? 'And what of this?' : LONG,
  }))
const claim = (turn: number | null, ...names: string[]) => ({
  place: turn === null ? null : { firstTurn: turn },
  topics: names.map((name) => ({ name })),
})

describe('chapters made from topics', () => {
  test('begin with the question that led to them, and end where talk turns to something else', () => {
    const claims = [
      claim(1, 'Ferries'),
      claim(3, 'Ferries', 'Fares'),
      claim(5, 'Harbour'),
      claim(9, 'Schools'),
    ]
    expect(chaptersFromTopics(talk(6), claims)).toEqual([
      { turn: 0, title: 'Ferries' },
      { turn: 4, title: 'Harbour' },
      { turn: 8, title: 'Schools' },
    ])
  })

  test('are named by what all their claims share', () => {
    const claims = [claim(1, 'Ferries', 'Fares'), claim(3, 'Fares'), claim(7, 'Schools')]
    expect(chaptersFromTopics(talk(6), claims).map(({ title }) => title)).toEqual(['Fares', 'Schools'])
  })

  test('a passing remark makes none, and the talk goes on under its title', () => {
    const turns = talk(6).map((turn, at) => (at === 5 ? { ...turn, text: 'No.' } : turn))
    const claims = [claim(1, 'Ferries'), claim(5, 'Harbour'), claim(7, 'Ferries'), claim(9, 'Schools')]
    expect(chaptersFromTopics(turns, claims).map(({ title }) => title)).toEqual(['Ferries', 'Schools'])
  })

  test.each([
    ['a short interview', [{ participant: 0, text: 'Short.' }], [claim(0, 'Ferries')]],
    ['one topic throughout', talk(6), [claim(1, 'Ferries'), claim(9, 'Ferries')]],
    [
      'claims made elsewhere or about nothing',
      talk(6),
      [claim(null, 'Ferries'), claim(3), claim(null, 'Fares')],
    ],
    ['no claim', talk(6), []],
  ])('%s has none', (_what, turns, claims) => {
    expect(chaptersFromTopics(turns, claims)).toEqual([])
  })

  test('whatever is said: in order, each at a turn of its own, never two neighbours of one name, never one alone', () => {
    const turns = fc.array(
      fc.record({ participant: fc.integer({ min: 0, max: 2 }), text: fc.constantFrom('', 'Short.', LONG) }),
      { maxLength: 40 },
    )
    const claims = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 50 }), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }))
        .map(([turn, names]) => claim(turn, ...names)),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(turns, claims, (said, flagged) => {
        const chapters = chaptersFromTopics(said, flagged)
        expect(chapters).not.toHaveLength(1)
        for (const [index, { turn, title }] of chapters.entries()) {
          expect(said[turn]).toBeDefined()
          expect(title).not.toBe('')
          expect(turn).toBeGreaterThan(chapters[index - 1]?.turn ?? -1)
          expect(title).not.toBe(chapters[index - 1]?.title)
        }
      }),
    )
  })
})
