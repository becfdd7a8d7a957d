import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffPart, wordDiff } from '@/components/claims/correct/word-diff'

const side = (parts: readonly DiffPart[], without: 'old' | 'new') =>
  parts.flatMap(({ kind, words }) => (kind === without ? [] : words)).join(' ')

describe('what differs between two quotes', () => {
  it('is told word for word', () => {
    expect(wordDiff('we planted nine milion trees', 'we planted nine million trees')).toEqual([
      { kind: 'both', words: ['we', 'planted', 'nine'] },
      { kind: 'old', words: ['milion'] },
      { kind: 'new', words: ['million'] },
      { kind: 'both', words: ['trees'] },
    ])
  })

  it('leaves both quotes whole, in any case', () => {
    const quote = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(quote, quote, (before, after) => {
        const parts = wordDiff(before, after)
        expect(side(parts, 'new')).toBe(before)
        expect(side(parts, 'old')).toBe(after)
      }),
    )
  })
})
