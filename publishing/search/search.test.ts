import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_LETTERS, questionOf, termsOf, tidyQuestion } from '@/publishing/search/asked'
import { distance, nearestWord } from '@/publishing/search/nearest'
import { passageOf, rangesOf } from '@/publishing/search/passage'
import { readResultCursor, writeResultCursor } from '@/publishing/search/search-cursor'
import { readSearchFilter, searchPath } from '@/publishing/search/search-filter'
import { askingOf } from '@/publishing/search/tsquery'

describe('a question', () => {
  test.each([
    ['ferry fares', [['ferry'], ['fares']]],
    [
      '"ferry fares" -harbour',
      [
        ['ferry fares', 'quoted'],
        ['harbour', 'not'],
      ],
    ],
    [
      '“ferry fares” „Nebel“',
      [
        ['ferry fares', 'quoted'],
        ['Nebel', 'quoted'],
      ],
    ],
    ['-"ferry fares', [['ferry fares', 'quoted', 'not']]],
    ['fog-horn, & (office)!', [['fog horn'], ['office']]],
    ["Mallaby's 3.5%", [["Mallaby's"], ['3.5%']]],
    ['- "" !', []],
  ])('is taken apart: %s', (question, terms) => {
    expect(termsOf(question)).toEqual(
      terms.map(([text, ...marks]) => ({
        text,
        quoted: marks.includes('quoted'),
        not: marks.includes('not'),
      })),
    )
  })

  test('is bounded whatever is typed, and reads the same when it is put together again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const question = tidyQuestion(typed)
        const terms = termsOf(question)
        expect(question.length).toBeLessThanOrEqual(MOST_LETTERS)
        expect(terms.length).toBeLessThanOrEqual(12)
        expect(termsOf(questionOf(terms))).toEqual(terms)
      }),
    )
  })

  test('and what narrows it stand in an address that asks the same', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 })
    const query = fc.record(
      {
        q: fc.string({ maxLength: 300 }),
        kind: fc.constantFrom('claim', 'said', 'else'),
        verdict: text,
        person: text,
        topic: text,
        challenged: fc.constantFrom('partly', 'no'),
        from: fc.constantFrom('2025-02-28', '2025-02-30', 'x'),
        to: fc.constantFrom('2026-01-01', ''),
        sort: fc.constantFrom('newest', 'relevance', 'x'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(query, (given) => {
        const filter = readSearchFilter(new URLSearchParams(given))
        const again = new URL(searchPath(filter), 'http://a.example').searchParams
        expect(readSearchFilter(again)).toEqual(filter)
      }),
    )
    expect(readSearchFilter(new URLSearchParams('from=2025-02-30&to=2025-02-28')).from).toBeUndefined()
  })
})

describe('for PostgreSQL', () => {
  const spelt = (term: number, dictionary: string, lexeme: string | null, ...positions: number[]) => ({
    term,
    dictionary,
    lexeme,
    positions: lexeme === null ? null : positions,
  })

  test('a word may be said as any dictionary spells it, and a phrase keeps the gaps of dropped words', () => {
    const terms = termsOf('fares "price of fish" -boats')
    const asking = askingOf(terms, [
      spelt(0, 'english', 'fare', 1),
      spelt(0, 'french', 'far', 1),
      spelt(1, 'english', 'price', 1),
      spelt(1, 'english', 'fish', 3),
      spelt(2, 'english', 'boat', 1),
    ])
    expect(asking.query).toBe("('fare' | 'far') & ('price' <2> 'fish') & !('boat')")
    expect(asking.lexemes).toEqual(['fare', 'far', 'price', 'fish'])
  })

  test('a word that one dictionary holds too common is left out, and quotes in words stay words', () => {
    const terms = termsOf("the rock'n")
    const spellings = [
      spelt(0, 'english', null),
      spelt(0, 'simple', 'the', 1),
      spelt(1, 'simple', "rock'n", 1),
      spelt(1, 'english', 'rock\\n', 1),
    ]
    expect(askingOf(terms, spellings).query).toBe("('rock''n' | 'rock\\\\n')")
    expect(askingOf(termsOf('the'), [spelt(0, 'english', null)]).query).toBeNull()
    expect(askingOf(termsOf('-boats'), [spelt(0, 'english', 'boat', 1)]).query).toBeNull()
  })
})

describe('a slip of the pen', () => {
  test.each([
    ['foghron', ['foghorn', 'forlorn', 'fog'], 'foghorn'],
    ['unsubstanciated', ['unsubstantiated', 'substantiated'], 'unsubstantiated'],
    ['fare', ['fare', 'fares', 'rare'], 'fares'],
    ['fog', ['frog', 'dog'], null],
    ['lighthouse', ['harbour', 'keeper'], null],
  ])('%s', (word, candidates, meant) => {
    expect(nearestWord(word, candidates)).toBe(meant)
  })

  test('counts the same from both ends, nothing for the same word, and never more than it is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 9)).toBe(distance(b, a, 9))
        expect(distance(a, b, 9) === 0).toBe(a === b)
        expect(distance(a, b, 1)).toBe(Math.min(2, distance(a, b, 9)))
      }),
    )
  })
})

test('a passage is the text’s own letters, marks only what was asked for, and is no longer than it may be', () => {
  const word = fc.constantFrom('fare', 'fog', 'of', '経済', '😀', 'the', 'a'.repeat(90))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), fc.subarray(['fare', 'fog']), (words, hits) => {
      const text = words.join(' ')
      const { parts, cutBefore, cutAfter } = passageOf(text, rangesOf(text, new Set(hits), ['経済']), 200)
      const shown = parts.map((part) => part.text).join('')
      expect(text).toContain(shown)
      expect(shown.isWellFormed()).toBe(true)
      expect(shown.length).toBeLessThanOrEqual(201)
      expect([cutBefore || text.startsWith(shown), cutAfter || text.endsWith(shown)]).toEqual([true, true])
      for (const part of parts) if (part.hit) expect([...hits, '経済']).toContain(part.text)
      if (words.some((one) => hits.includes(one))) expect(parts.some((part) => part.hit)).toBe(true)
    }),
  )
})

test('a cursor of results is read as it was written, and nothing else is one', () => {
  const key = fc.record({
    score: fc.integer({ min: 0, max: 99_999 }),
    kind: fc.constantFrom('claim' as const, 'said' as const),
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    interviewId: fc.uuid(),
    number: fc.integer({ min: 0, max: 99_999 }),
  })
  fc.assert(
    fc.property(key, (one) => {
      expect(readResultCursor(writeResultCursor(one))).toEqual(one)
    }),
  )
  for (const text of ['', '1-c-', 'x', "0-c-o1-' OR 1-1", null]) expect(readResultCursor(text)).toBeNull()
})
