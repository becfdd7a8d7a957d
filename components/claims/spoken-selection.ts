import { countSelected, type Selected } from '@/components/transcripts/selected-words'
import {
  beginsSentence,
  nextWord,
  type TranscriptWords,
  type WordPoint,
  wordText,
} from '@/components/transcripts/word-cursor'

/** What is said aloud after a move: the word, after a jump a few words more, and the count while selecting. */
export function spokenSelection(
  words: TranscriptWords,
  before: Selected | null,
  now: Selected | null,
  claimNumbers: readonly number[],
): string {
  if (!now) return 'Selection cleared.'
  const on = claimNumbers.length > 0 ? `, in claim ${claimNumbers.join(' and ')}` : ''
  if (now.marked) {
    const count = countSelected(words, now)
    return `${count === 1 ? '1 word' : `${count} words`} selected, to ${wordText(words, now.focus)}${on}`
  }
  return `${isStep(words, before, now.focus) ? wordText(words, now.focus) : fewWords(words, now.focus)}${on}`
}

function isStep(words: TranscriptWords, before: Selected | null, point: WordPoint): boolean {
  if (!before || before.focus.turn !== point.turn) return false
  return (
    Math.abs(before.focus.word - point.word) <= 1 &&
    !(point.word === 0 && beginsSentence(words, before.focus))
  )
}

function fewWords(words: TranscriptWords, from: WordPoint): string {
  const said: string[] = []
  let point = from
  for (let count = 0; count < 8; count += 1) {
    said.push(wordText(words, point))
    const next = nextWord(words, point)
    if (next.turn !== from.turn || next.word === point.word) break
    point = next
  }
  return said.join(' ')
}
