import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AnchorError,
  type AnchorFault,
  type AnchorTurn,
  deriveAnchor,
  LONGEST_CLAIM_WORDS,
  quoteStands,
} from '@/claims/anchor'
import type { WordSelection } from '@/claims/schema'
import { wordsOf } from '@/transcripts/words'

/** A turn whose words take 300 ms each from `startMs`; untimed without it. */
function turn(position: number, text: string, startMs?: number): AnchorTurn {
  const wordStarts = startMs === undefined ? [] : wordsOf(text).map((_, index) => startMs + index * 300)
  return { id: `t${position}`, position, text, wordStarts, wordEnds: wordStarts.map((start) => start + 280) }
}

function select(firstTurn: number, firstWord: number, lastTurn: number, lastWord: number): WordSelection {
  return { firstTurnId: `t${firstTurn}`, firstWord, lastTurnId: `t${lastTurn}`, lastWord }
}

const TURNS = [
  turn(0, 'Good evening and welcome.', 0),
  turn(1, 'We planted nine million trees last year.', 2000),
  turn(2, 'Did you?', 5000),
  turn(3, 'Every one of them.', 6000),
]

describe('a quote is the words that were selected', () => {
  test('inside one turn, with its seconds and what stands around it', () => {
    expect(deriveAnchor(TURNS, select(1, 2, 1, 4))).toEqual({
      quote: 'nine million trees',
      prefix: 'Good evening and welcome.\nWe planted',
      suffix: 'last year.\nDid you?',
      startMs: 2600,
      endMs: 3480,
    })
  })

  test('the first word of the first turn has nothing before it', () => {
    expect(deriveAnchor(TURNS, select(0, 0, 0, 0))).toMatchObject({
      quote: 'Good',
      prefix: '',
      startMs: 0,
      endMs: 280,
    })
  })

  test('the last word of the last turn has nothing after it', () => {
    expect(deriveAnchor(TURNS, select(3, 3, 3, 3))).toMatchObject({ quote: 'them.', suffix: '', endMs: 7180 })
  })

  test('across turns, with a line for each turn', () => {
    expect(deriveAnchor(TURNS, select(1, 5, 3, 0))).toMatchObject({
      quote: 'last year.\nDid you?\nEvery',
      startMs: 3500,
      endMs: 6280,
    })
  })

  test('overlapping another claim without disturbing it', () => {
    const one = select(1, 0, 1, 4)
    const other = select(1, 3, 2, 1)
    expect(deriveAnchor(TURNS, one).quote).toBe('We planted nine million trees')
    expect(deriveAnchor(TURNS, other).quote).toBe('million trees last year.\nDid you?')
  })

  test('in Chinese, where each character is a word', () => {
    const turns = [turn(0, '我们去年种了九百万棵树。', 0)]
    expect(deriveAnchor(turns, select(0, 6, 0, 10))).toMatchObject({
      quote: '九百万棵树。',
      prefix: '我们去年种了',
      startMs: 1800,
    })
  })

  test('in Arabic, in the order of speech', () => {
    const turns = [turn(0, 'زرعنا تسعة ملايين شجرة', 0)]
    expect(deriveAnchor(turns, select(0, 1, 0, 2))).toMatchObject({
      quote: 'تسعة ملايين',
      prefix: 'زرعنا',
      suffix: 'شجرة',
    })
  })
})

describe('seconds', () => {
  test('an untimed turn gives none', () => {
    const turns = [turn(0, 'Nine million trees.')]
    expect(deriveAnchor(turns, select(0, 0, 0, 2))).toMatchObject({ startMs: null, endMs: null })
  })
  test('half a time is no time: a quote that runs into an untimed turn has none', () => {
    const turns = [turn(0, 'Nine million', 0), turn(1, 'trees.')]
    expect(deriveAnchor(turns, select(0, 0, 1, 0))).toMatchObject({ startMs: null, endMs: null })
  })
  test('people who talk over each other never give an end before the start', () => {
    const turns = [turn(0, 'I was still speaking', 10_000), turn(1, 'No.', 9000)]
    expect(deriveAnchor(turns, select(0, 0, 1, 0))).toMatchObject({ startMs: 10_000, endMs: 10_000 })
  })
})

describe('surroundings', () => {
  test('are cut at word borders and stay short', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`)
    const { prefix, suffix } = deriveAnchor([turn(0, words.join(' '))], select(0, 30, 0, 30))
    expect(words.slice(0, 30).join(' ').endsWith(prefix)).toBe(true)
    expect(words).toContain(prefix.split(' ')[0])
    expect(words).toContain(suffix.split(' ').at(-1))
    for (const text of [prefix, suffix]) {
      expect(text.length).toBeGreaterThan(50)
      expect(text.length).toBeLessThanOrEqual(64)
    }
  })

  test('never cut a character in two', () => {
    // A character of one code unit beside the quote, so that 64 units end in the middle of another.
    const around = '𠀀'.repeat(70)
    const { prefix, suffix } = deriveAnchor([turn(0, `${around}木大木${around}`)], select(0, 71, 0, 71))
    expect(prefix).toBe(`${'𠀀'.repeat(31)}木`)
    expect(suffix).toBe(`木${'𠀀'.repeat(31)}`)
  })
})

describe('what is no span of stored words is refused', () => {
  test.each<[string, AnchorFault, WordSelection]>([
    ['a turn of another transcript', 'no-such-turn', select(9, 0, 9, 0)],
    ['a last turn of another transcript', 'no-such-turn', select(0, 0, 9, 0)],
    ['a first word past the turn’s end', 'no-such-word', select(0, 4, 1, 0)],
    ['a last word past the turn’s end', 'no-such-word', select(0, 0, 0, 4)],
    ['words in the wrong order', 'wrong-order', select(0, 2, 0, 1)],
    ['turns in the wrong order', 'wrong-order', select(1, 0, 0, 0)],
  ])('%s', (_what, fault, selection) => {
    expect(() => deriveAnchor(TURNS, selection)).toThrow(AnchorError)
    expect(() => deriveAnchor(TURNS, selection)).toThrow(expect.objectContaining({ fault }))
    expect(quoteStands(TURNS, selection, 'Good')).toBe(false)
  })

  test('more words than a claim may span', () => {
    const turns = [turn(0, 'so '.repeat(400).trim()), turn(1, 'so '.repeat(400).trim())]
    expect(deriveAnchor(turns, select(0, 0, 1, LONGEST_CLAIM_WORDS - 401)).quote.length).toBeGreaterThan(0)
    expect(() => deriveAnchor(turns, select(0, 0, 1, LONGEST_CLAIM_WORDS - 400))).toThrow(
      expect.objectContaining({ fault: 'too-long' }),
    )
  })
})

// Words of several scripts and lengths; each is exactly one word of `wordsOf` when a space stands beside it.
const word = fc.oneof(
  fc.stringMatching(/^[a-z’'.,!?-]{1,12}$/),
  fc.constantFrom(
    '$3.5',
    'e\u0301te\u0301',
    'شجرة',
    'дерево',
    '👩‍🌾',
    '9,000,000',
    '木',
    'ไ',
    '𠀀',
    'x'.repeat(90),
  ),
)
const transcript = fc.array(fc.array(word, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 })
const selected = transcript.chain((turns) =>
  fc
    .tuple(...[0, 1].map(() => fc.nat(turns.flat().length - 1)))
    .map(([a = 0, b = 0]) => ({ turns, from: Math.min(a, b), to: Math.max(a, b) })),
)

/** The turn and index of the nth word of all. */
function place(turns: string[][], nth: number): [number, number] {
  let left = nth
  for (const [index, words] of turns.entries()) {
    if (left < words.length) return [index, left]
    left -= words.length
  }
  throw new Error('There are fewer words than that.')
}

function laidOut(turns: string[][], from: number, to: number) {
  const [firstTurn, firstWord] = place(turns, from)
  const [lastTurn, lastWord] = place(turns, to)
  return {
    anchors: turns.map((words, index) => turn(index, words.join(' '), index * 100_000)),
    selection: select(firstTurn, firstWord, lastTurn, lastWord),
  }
}

describe('whatever is said and selected', () => {
  test('the quote is exactly the words of the selection, in order', () => {
    fc.assert(
      fc.property(selected, ({ turns, from, to }) => {
        const { anchors, selection } = laidOut(turns, from, to)
        const { quote } = deriveAnchor(anchors, selection)
        expect(quote.split(/\s/)).toEqual(turns.flat().slice(from, to + 1))
      }),
      { numRuns: 300 },
    )
  })

  test('prefix, quote and suffix stand one after another in the transcript', () => {
    fc.assert(
      fc.property(selected, ({ turns, from, to }) => {
        const { anchors, selection } = laidOut(turns, from, to)
        const { quote, prefix, suffix } = deriveAnchor(anchors, selection)
        const whole = anchors.map((one) => one.text).join(' ')
        const found = [prefix, quote, suffix].filter((text) => text !== '').join(' ')
        expect(whole).toContain(found.replaceAll('\n', ' '))
        expect(found.isWellFormed()).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a derived quote stands, and stops standing when any word inside it changes', () => {
    fc.assert(
      fc.property(selected, fc.nat(), ({ turns, from, to }, pick) => {
        const { anchors, selection } = laidOut(turns, from, to)
        const { quote } = deriveAnchor(anchors, selection)
        expect(quoteStands(anchors, selection, quote)).toBe(true)

        const [turnIndex, wordIndex] = place(turns, from + (pick % (to - from + 1)))
        const changed = turns.map((words, index) =>
          index === turnIndex ? words.map((one, at) => (at === wordIndex ? 'X' : one)) : words,
        )
        expect(quoteStands(laidOut(changed, from, to).anchors, selection, quote)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('seconds lie inside the recording, the start never after the end', () => {
    fc.assert(
      fc.property(selected, ({ turns, from, to }) => {
        const { anchors, selection } = laidOut(turns, from, to)
        const { startMs, endMs } = deriveAnchor(anchors, selection)
        expect(startMs).not.toBeNull()
        expect(endMs ?? -1).toBeGreaterThanOrEqual(startMs ?? 0)
      }),
      { numRuns: 200 },
    )
  })
})
