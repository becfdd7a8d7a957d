import type { ClaimMark } from '@/publishing/segments'
import { wordsOf } from '@/transcripts/words'

/** Half-open character range of a turn's text, and the index of its first word in the turn. */
export type Paragraph = { start: number; end: number; firstWord: number }

/** About 75 English words: what a newspaper sets as one paragraph. */
const COMFORTABLE = 430
const SENTENCE_END = /[.!?…؟。！？]["'”’)\]]*\s+/gu

/**
 * Breaks a long turn into paragraphs at the ends of sentences, never inside a claim, so that it can be read and its notes
 * stand beside their words. Only spaces between sentences are left out.
 */
export function paragraphsOf(text: string, marks: readonly ClaimMark[]): Paragraph[] {
  const breaks: { end: number; next: number }[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    const next = match.index + match[0].length
    const end = match.index + match[0].trimEnd().length
    const inClaim = marks.some((mark) => mark.start < end && mark.end > next)
    if (end - start < COMFORTABLE || text.length - next < COMFORTABLE / 3 || inClaim) continue
    breaks.push({ end, next })
    start = next
  }
  const starts = [0, ...breaks.map((each) => each.next)]
  const ends = [...breaks.map((each) => each.end), text.length]
  const words = starts.length > 1 ? wordsOf(text) : []
  let word = 0
  return starts.map((from, index) => {
    while ((words[word]?.start ?? from) < from) word++
    return { start: from, end: ends[index] ?? text.length, firstWord: word }
  })
}
