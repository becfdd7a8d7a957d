import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords } from '@/transcripts/words'
import { ALIKE, alignWords, NOT, SAME } from './align-words'
import { areAlike, similarity } from './alike'
import { spellingsOf } from './tokens'

const HOW = ['not', 'same', 'alike']

/** What each new word is: `word=old words` and how. */
function shown(old: string, fresh: string): string[] {
  const olds = old.split(' ')
  const { first, last, how } = alignWords([old], [fresh])
  return fresh
    .split(' ')
    .map((word, at) =>
      how[at] === NOT
        ? word
        : `${word}=${olds.slice(first[at], (last[at] ?? 0) + 1).join('+')} ${HOW[how[at] ?? 0]}`,
    )
}

/** Few words, many repeats: what speech is made of, and what makes an alignment hard. */
const speech = fc.array(
  fc.constantFrom('the', 'The', 'a', 'tax', 'taxes,', 'no', 'well-known', 'well', 'known', '–', '12'),
  {
    maxLength: 60,
  },
)
const paragraphs = fc.array(
  speech.map((words) => words.join(' ')),
  { maxLength: 5 },
)

describe('an alignment', () => {
  test('is in order on both sides, and says same and alike only of words that are', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (old, fresh) => {
        const aligned = alignWords(old, fresh)
        const olds = old.join(' ').split(' ').filter(Boolean)
        const news = fresh.join(' ').split(' ').filter(Boolean)
        expect(aligned.first).toHaveLength(news.length)
        expect(aligned.oldWords).toBe(olds.length)
        let reached = 0
        for (const [at, word] of news.entries()) {
          const [from, to, how] = [aligned.first[at] ?? -1, aligned.last[at] ?? -1, aligned.how[at]]
          if (how === NOT) {
            expect([from, to]).toEqual([-1, -1])
            continue
          }
          expect(from).toBeGreaterThanOrEqual(reached)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThan(olds.length)
          reached = to
          const heard = olds.slice(from, to + 1).flatMap(spellingsOf)
          const written = spellingsOf(word)
          if (how === SAME) for (const part of written) expect(heard).toContain(part)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('of a text with itself is that text', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const { first, last, how } = alignWords(texts, texts)
        const words = texts.join(' ').split(' ').filter(Boolean)
        for (const [at, word] of words.entries()) {
          if (spellingsOf(word).length === 0) continue
          expect([first[at], last[at], how[at]]).toEqual([at, at, SAME])
        }
      }),
    )
  })

  test('of a text with words taken out finds every word that is left', () => {
    const words = Array.from({ length: 400 }, (_, at) => `w${at}`)
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 400, maxLength: 400 }), (kept) => {
        const left = words.filter((_, at) => kept[at])
        const { first } = alignWords([words.join(' ')], [left.join(' ')])
        expect([...first].map((at) => words[at])).toEqual(left)
      }),
    )
  })
})

describe('words are compared as they were said', () => {
  test('capitals, punctuation, quotation marks, accents and hyphens do not count', () => {
    expect(shown('we dont want well known cafes', 'We don’t “want” well-known Cafés.')).toEqual([
      'We=we same',
      'don’t=dont same',
      '“want”=want same',
      'well-known=well+known same',
      'Cafés.=cafes same',
    ])
  })

  test('numbers are the same in words and in digits, and different numbers are not', () => {
    expect(spellingsOf('Twelve')).toEqual(spellingsOf('12,'))
    expect(spellingsOf('20,000')).toEqual(['20000'])
    expect(spellingsOf('1.5')).not.toEqual(spellingsOf('15'))
    expect(spellingsOf('-5')).not.toEqual(spellingsOf('5'))
    expect(spellingsOf('5%')).toEqual(['5', 'percent'])
  })

  test('a dash or three dots are no words that anybody said', () => {
    expect(spellingsOf('–')).toEqual([])
    expect(spellingsOf('…')).toEqual([])
  })

  test('a misheard word stands for the one that was said, also where it was heard as two', () => {
    expect(
      shown('vice president buy den said we last jobs', 'Vice President Biden said we lost jobs'),
    ).toEqual([
      'Vice=vice same',
      'President=president same',
      'Biden=buy+den alike',
      'said=said same',
      'we=we same',
      'lost=last alike',
      'jobs=jobs same',
    ])
  })

  test('words written apart share the one that was heard', () => {
    const { first, how } = alignWords(['any spaceflight now'], ['any space flight now'])
    expect([...first]).toEqual([0, 1, 1, 2])
    expect([...how]).toEqual([SAME, ALIKE, ALIKE, SAME])
  })

  test('a word that was only put in has no counterpart', () => {
    expect(shown('we said no to that', 'we never said no to that')[1]).toBe('never')
  })

  test('scripts without spaces are aligned sign by sign', () => {
    const { how } = alignWords(['我们失去了工作'], ['我们失去了很多工作。'])
    expect([...how].filter((one) => one === SAME)).toHaveLength(countWords('我们失去了工作'))
  })
})

describe('likeness of spellings', () => {
  /** The textbook table, to hold the quick one against. */
  function slow(one: string, other: string): number {
    let row = Array.from({ length: other.length + 1 }, (_, at) => at)
    for (const [above, letter] of [...one].entries()) {
      const next = [above + 1]
      for (let at = 1; at <= other.length; at++)
        next.push(
          Math.min(
            (row[at] ?? 0) + 1,
            (next[at - 1] ?? 0) + 1,
            (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1),
          ),
        )
      row = next
    }
    return row[other.length] ?? 0
  }

  test('counts letters put in, left out and changed', () => {
    const spelling = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 31 })
    fc.assert(
      fc.property(spelling, spelling, (one, other) => {
        const longer = Math.max(one.length, other.length)
        expect(Math.round((1 - similarity(one, other)) * longer)).toBe(slow(one, other))
      }),
    )
  })

  test('short words are alike only if they are the same, long ones may differ by two letters in five', () => {
    expect(areAlike('is', 'in')).toBe(false)
    expect(areAlike('lost', 'last')).toBe(true)
    expect(areAlike('jobs', 'taxes')).toBe(false)
  })
})

describe('hostile texts cost no more than their length', () => {
  const WORDS = 60_000
  const repeat = (word: string, times = WORDS) => Array.from({ length: times }, () => word).join(' ')
  const numbered = (prefix: string) => Array.from({ length: WORDS }, (_, at) => `${prefix}${at}`).join(' ')
  const periodic = (period: number, offset: number) =>
    Array.from({ length: WORDS }, (_, at) => `w${(at * offset) % period}`).join(' ')

  test.each([
    ['one word over and over', repeat('no'), repeat('no')],
    ['one word, and now and then another', repeat('no'), repeat('no no no no no no no yes', WORDS / 8)],
    ['nothing in common', numbered('a'), numbered('b')],
    ['the same words backwards', numbered('a'), numbered('a').split(' ').reverse().join(' ')],
    ['a refrain, and the refrain in another order', periodic(7, 1), periodic(7, 3)],
    ['a long refrain', periodic(997, 1), periodic(997, 2)],
    ['one word beside all', 'a30000', numbered('a')],
    ['nothing beside all', '', numbered('a')],
  ])('%s', (_, old, fresh) => {
    const { steps } = alignWords([old], [fresh])
    const tokens = old.split(' ').length + fresh.split(' ').length
    expect(steps.cells).toBeLessThanOrEqual(tokens * 128)
    // Five lengths of runs, each token at most once in each.
    expect(steps.runs).toBeLessThanOrEqual(tokens * 5)
    // Each small difference is looked for in at most 152 places and followed by at least 16 tokens on either side.
    expect(steps.tried).toBeLessThanOrEqual(152 + tokens * (152 / 32))
  })

  test('a repeated word is paired as far as there is one for it', () => {
    const { how } = alignWords([repeat('no', 50_000)], [repeat('no')])
    expect(how.filter((one) => one === SAME)).toHaveLength(50_000)
  })
})
