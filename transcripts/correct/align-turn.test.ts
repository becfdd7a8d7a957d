import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignTurn } from './align-turn'
import { perhaps, placeNow } from './word-map'

const aligned = (before: string, after: string) => alignTurn(before.split(' '), after.split(' '))
const words = (before: string, after: string) => [...aligned(before, after).words]

const speech = fc.array(fc.constantFrom('no', 'the', 'tax', 'well,', 'a'), { maxLength: 30 })

describe('the words of a turn that was edited', () => {
  test('stay where nothing was changed, and move along', () => {
    expect(words('we planted nine million trees', 'so we planted ninety million trees')).toEqual([
      1, 2, -1, 4, 5,
    ])
    expect(words('a b c', 'a b c')).toEqual([0, 1, 2])
    expect(words('a b c', 'x y')).toEqual([-1, -1, -1])
  })

  test('are certain only where the edit can be read in one way', () => {
    // The first sentence or the second may be what is left: neither of the two "we planted" is certain.
    expect(words('we planted ten. we planted two.', 'we planted two.')).toEqual([
      -1,
      -1,
      -1,
      perhaps(0),
      perhaps(1),
      2,
    ])
    expect(words('said the the economy grew', 'said the economy grew')).toEqual([
      0,
      perhaps(1),
      perhaps(1),
      2,
      3,
    ])
  })

  test('are in order, each an equal word, each new word from at most one old', () => {
    fc.assert(
      fc.property(speech, speech, (before, after) => {
        const { words, from } = alignTurn(before, after)
        expect(words).toHaveLength(before.length)
        for (const [old, entry] of words.entries())
          if (placeNow(entry) >= 0) expect(after[placeNow(entry)]).toBe(before[old])
        let reached = -1
        for (const [now, old] of from.entries()) {
          if (old < 0) continue
          expect(before[old]).toBe(after[now])
          expect(old).toBeGreaterThan(reached)
          reached = old
        }
        let certain = -1
        for (const entry of words) {
          if (entry < 0) continue
          expect(entry).toBeGreaterThan(certain)
          certain = entry
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('are never certain of words that stood elsewhere, where one stretch was written anew', () => {
    fc.assert(
      fc.property(
        speech,
        fc.nat(30),
        fc.nat(6),
        speech,
        fc.nat(30),
        fc.nat(8),
        (before, at, cut, typed, from, more) => {
          const start = at % (before.length + 1)
          const after = before.toSpliced(start, cut, ...typed)
          /** Which old word each new one really is; -1 where it was typed. */
          const truth = [...before.keys()].toSpliced(start, cut, ...typed.map(() => -1))
          const { words } = alignTurn(before, after)
          const [first, last] = [
            from % Math.max(1, before.length),
            (from % Math.max(1, before.length)) + more,
          ]
          const places = [...words.slice(first, last + 1)]
          const place = placeNow(places[0] ?? -1)
          const follows =
            place >= 0 &&
            places.every((entry, index) => placeNow(entry) === place + index) &&
            places.some((entry) => entry >= 0)
          if (!follows) return
          const really = places.map((_, index) => truth[place + index] ?? -1)
          // With one of its own among them, or one that was typed: who types a deleted word again cannot be told from
          // who left it. Never on words of which each was said elsewhere.
          expect(really.some((old, index) => old < 0 || old === first + index)).toBe(true)
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('are as many as the longest common order has', () => {
    const longest = (a: string[], b: string[]): number => {
      const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
      for (const [i, one] of a.entries())
        for (const [j, other] of b.entries())
          (table[i + 1] ?? [])[j + 1] =
            one === other
              ? (table[i]?.[j] ?? 0) + 1
              : Math.max(table[i]?.[j + 1] ?? 0, table[i + 1]?.[j] ?? 0)
      return table[a.length]?.[b.length] ?? 0
    }
    fc.assert(
      fc.property(speech, speech, (before, after) => {
        const kept = alignTurn(before, after).from.filter((old) => old >= 0).length
        expect(kept).toBe(longest(before, after))
      }),
      { numRuns: 500 },
    )
  })

  test('of a turn of 10,000 words that was written anew are given up, but for its begin and its end', () => {
    const old = Array.from({ length: 10_000 }, (_, at) => `old${at}`)
    const fresh = Array.from({ length: 10_000 }, (_, at) => `new${at}`)
    const { words } = alignTurn(['well,', ...old, 'thanks.'], ['well,', ...fresh, 'thanks.'])
    expect([...words].filter((entry) => entry >= 0)).toEqual([0, 10_001])
  })
})
