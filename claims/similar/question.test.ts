import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionOf, slipsIn } from '@/claims/similar/question'

const word = (spelt: string, share: number) => ({ word: spelt, share })

describe('claims are fetched by what is rare in a text', () => {
  test('a rare word fetches alone, common ones in pairs', () => {
    const { fetch } = questionOf([word('peopl', 0.2), word('tree', 0.001), word('countri', 0.1)], 100_000)
    expect(fetch).toBe("'tree' | ('countri' & 'peopl')")
  })

  test('a small desk is asked by every word', () => {
    const { fetch } = questionOf([word('peopl', 0.9), word('tree', 0.4)], 50)
    expect(fetch).toBe("'tree' | 'peopl'")
  })

  test('nothing is fetched for no words, nor for one that nearly every claim says', () => {
    expect(questionOf([], 10)).toMatchObject({ fetch: null, rank: null })
    expect(questionOf([word('peopl', 0.5)], 100_000).fetch).toBeNull()
  })

  test('whatever is asked, no more is fetched than can be read while somebody waits', () => {
    const asked = fc.uniqueArray(
      fc.record({
        word: fc.string({ minLength: 1, maxLength: 12 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: ({ word: spelt }) => spelt, maxLength: 400 },
    )
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 5_000_000 }), (words, claims) => {
        const { fetch, words: kept } = questionOf(words, claims)
        expect(kept.length).toBeLessThanOrEqual(24)
        const shares = new Map(words.map((one) => [one.word, one.share]))
        const share = (spelt: string) => Math.max(0.0005, shares.get(spelt) ?? 0)
        let expected = 0
        for (const part of partsOf(fetch ?? ''))
          expected += part.reduce((product, spelt) => product * share(spelt), 1) * claims
        expect(expected).toBeLessThanOrEqual(15_001)
      }),
    )
  })
})

describe('a slip of the pen', () => {
  const question = questionOf(
    [word('unemploymant', 0), word('tree', 0.001), word('2020', 0), word('棵树', 0)],
    1000,
  )

  test('is a long Latin word that nobody said', () => {
    const slips = slipsIn(question, 'Unemploymants of 2020, 棵树'.toLowerCase(), new Set())
    expect(slips).toEqual([{ word: 'unemploymant', spelt: 'unemploymants' }])
  })

  test('is none where a claim says it', () => {
    expect(slipsIn(question, 'unemploymants', new Set(['unemploymant']))).toEqual([])
  })
})

/** Words of each alternative of a tsquery of ours, read back as PostgreSQL reads it: quotes doubled, backslashes escaped. */
function partsOf(query: string): string[][] {
  const parts: string[][] = []
  let joins = false
  for (const [token] of query.matchAll(/'(?:[^'\\]|''|\\\\)*'|[|&()]/g)) {
    if (token === '&') joins = true
    if (!token.startsWith("'")) continue
    const spelt = token.slice(1, -1).replaceAll("''", "'").replaceAll('\\\\', '\\')
    if (joins) parts.at(-1)?.push(spelt)
    else parts.push([spelt])
    joins = false
  }
  return parts
}
