import { describe, expect, it } from 'vitest'
import {
  firstWordOf,
  lastWordOf,
  nextSentence,
  nextTurn,
  nextWord,
  previousSentence,
  previousTurn,
  previousWord,
  sentenceEnd,
  transcriptWords,
  turnEnd,
  wordText,
} from '@/components/transcripts/word-cursor'

const words = transcriptWords([
  { id: 'a', text: 'Good evening. Welcome to Dr. Vale, who is here!' },
  { id: 'b', text: '' },
  { id: 'c', text: 'Thank you. "Yes," he said. ok then' },
])
const at = (turn: number, word: number) => ({ turn, word })

describe('moving through a transcript', () => {
  it('moves word by word and over a turn that has no words', () => {
    expect(nextWord(words, at(0, 0))).toEqual(at(0, 1))
    expect(nextWord(words, at(0, 8))).toEqual(at(2, 0))
    expect(previousWord(words, at(2, 0))).toEqual(at(0, 8))
  })

  it('stays where it is at either end', () => {
    expect(previousWord(words, at(0, 0))).toEqual(at(0, 0))
    const last = lastWordOf(words)
    expect(last).toEqual(at(2, 6))
    expect(last && nextWord(words, last)).toEqual(at(2, 6))
    expect(firstWordOf(words, 1)).toEqual(at(2, 0))
  })

  it('moves by sentence and is not misled by a title or a lower-case continuation', () => {
    expect(nextSentence(words, at(0, 0))).toEqual(at(0, 2))
    expect(wordText(words, sentenceEnd(words, at(0, 3)))).toBe('here!')
    expect(nextSentence(words, at(0, 2))).toEqual(at(2, 0))
    expect(sentenceEnd(words, at(2, 2))).toEqual(at(2, 6))
  })

  it('goes back to the start of this sentence first, then to the one before', () => {
    expect(previousSentence(words, at(2, 3))).toEqual(at(2, 2))
    expect(previousSentence(words, at(2, 2))).toEqual(at(2, 0))
    expect(previousSentence(words, at(2, 0))).toEqual(at(0, 2))
  })

  it('moves by turn', () => {
    expect(nextTurn(words, at(0, 4))).toEqual(at(2, 0))
    expect(nextTurn(words, at(2, 4))).toEqual(at(2, 4))
    expect(previousTurn(words, at(2, 4))).toEqual(at(2, 0))
    expect(previousTurn(words, at(2, 0))).toEqual(at(0, 0))
    expect(turnEnd(words, at(0, 1))).toEqual(at(0, 8))
  })

  it('is not lost in a transcript without words', () => {
    const none = transcriptWords([{ id: 'x', text: '' }])
    expect(firstWordOf(none)).toBeNull()
    expect(lastWordOf(none)).toBeNull()
  })
})

describe('a transcript that is being corrected', () => {
  const made = () =>
    transcriptWords([
      { id: 'a', text: 'one two' },
      { id: 'b', text: 'three' },
      { id: 'c', text: 'four five six' },
    ])

  it('reads the words of the turn that changed anew, and of no other', () => {
    const corrected = made()
    const untouched = corrected.spans(2)
    corrected.replace(1, { id: 'b', text: 'three and more' })
    expect(corrected.spans(1)).toHaveLength(3)
    expect(corrected.spans(2)).toBe(untouched)
    expect(corrected.indexOf('c')).toBe(2)
  })

  it('knows every place after a turn came in or went', () => {
    const corrected = made()
    expect(corrected.indexOf('c')).toBe(2)
    corrected.insert(1, { id: 'x', text: 'between' })
    expect(['a', 'x', 'b', 'c'].map(corrected.indexOf)).toEqual([0, 1, 2, 3])
    corrected.remove(0)
    expect(['a', 'x', 'b', 'c'].map(corrected.indexOf)).toEqual([-1, 0, 1, 2])
    expect(nextWord(corrected, at(0, 0))).toEqual(at(1, 0))
    expect(corrected.spans(9)).toEqual([])
  })
})
