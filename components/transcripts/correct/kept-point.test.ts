import { describe, expect, it } from 'vitest'
import { holdPoint, keptPoint } from '@/components/transcripts/correct/kept-point'
import { transcriptWords, wordText } from '@/components/transcripts/word-cursor'

const turn = (id: string, text: string) => ({ id, text })

/** The word that the caret is on after a change that began with the caret on `word` of the second turn. */
function wordAfter(word: number, change: (words: ReturnType<typeof transcriptWords>) => void): string {
  const words = transcriptWords([turn('a', 'one two'), turn('b', 'red green blue'), turn('c', 'last')])
  const held = holdPoint(words, { turn: 1, word })
  change(words)
  const point = held && keptPoint(words, held)
  return point ? `${words.turns[point.turn]?.id} ${wordText(words, point)}` : 'nowhere'
}

describe('the caret, after turns changed', () => {
  it('stays on its word where other words of the turn changed', () => {
    expect(wordAfter(2, (words) => words.replace(1, turn('b', 'dark red green blue')))).toBe('b blue')
    expect(wordAfter(0, (words) => words.replace(1, turn('b', 'red olive green blue')))).toBe('b red')
    expect(wordAfter(1, (words) => words.insert(0, turn('z', 'first')))).toBe('b green')
  })

  it('stands near where its word was written over', () => {
    expect(wordAfter(1, (words) => words.replace(1, turn('b', 'red olive blue')))).toBe('b olive')
  })

  it('goes with its word into the turn that was cut off', () => {
    const cut = (words: ReturnType<typeof transcriptWords>) => {
      words.replace(1, turn('b', 'red'))
      words.insert(2, turn('n', 'green blue'))
    }
    expect(wordAfter(2, cut)).toBe('n blue')
    expect(wordAfter(0, cut)).toBe('b red')
  })

  it('goes with its word into the turn that it was joined to', () => {
    const join = (words: ReturnType<typeof transcriptWords>) => {
      words.replace(0, turn('a', 'one two red green blue'))
      words.remove(1)
    }
    expect(wordAfter(1, join)).toBe('a green')
    expect(wordAfter(0, (words) => words.remove(1))).toBe('a two')
  })
})
