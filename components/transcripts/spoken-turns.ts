import { LINGER, lastStarted, type WordTimes, wordSpokenAt } from '@/components/transcripts/spoken-word'
import type { TranscriptWords, WordPoint } from '@/components/transcripts/word-cursor'

/** Word times beside the words they belong to, with the turns that have any in the order of the transcript. */
export type TimedWords = { words: TranscriptWords; times: WordTimes; turns: number[]; starts: number[] }

export function timedWords(words: TranscriptWords, times: WordTimes): TimedWords {
  const timed: TimedWords = { words, times, turns: [], starts: [] }
  for (const [turn, { id }] of words.turns.entries()) {
    const start = times[id]?.starts[0]
    if (start === undefined) continue
    timed.turns.push(turn)
    timed.starts.push(start)
  }
  return timed
}

/** Start of a word in ms; null where it has no time. */
export function startOfWord({ words, times }: TimedWords, point: WordPoint): number | null {
  const found = times[words.turns[point.turn]?.id ?? '']
  return found?.starts.length === words.spans(point.turn).length ? (found.starts[point.word] ?? null) : null
}

/** End of a word in ms; null where it has no time. */
export function endOfWord({ words, times }: TimedWords, point: WordPoint): number | null {
  return times[words.turns[point.turn]?.id ?? '']?.ends[point.word] ?? null
}

/** So many turns are looked at that have begun: where people talk at once, an earlier one may still be going on. */
const AT_ONCE = 4

/**
 * The word being said. Turns may overlap where people talk at once: of the last few that have begun, the latest that
 * is saying a word, or said its last no more than `linger` ms ago.
 */
export function wordSaidAt(timed: TimedWords, ms: number, linger?: number): WordPoint | null {
  const begun = lastStarted(timed.starts, ms)
  for (let index = begun; index >= 0 && index > begun - AT_ONCE; index -= 1) {
    const turn = timed.turns[index] ?? 0
    const times = timed.times[timed.words.turns[turn]?.id ?? '']
    const word = wordSpokenAt(times, ms, linger)
    // A turn that was corrected a moment ago: its times belong to other words.
    if (word >= 0 && times?.starts.length === timed.words.spans(turn).length) return { turn, word }
  }
  return null
}

/** The first moment after `ms` at which another word may be said, or none; infinite after the last. */
export function nextChangeAfter(
  { words, times, turns, starts }: TimedWords,
  ms: number,
  linger = LINGER,
): number {
  const begun = lastStarted(starts, ms)
  let next = starts[begun + 1] ?? Number.POSITIVE_INFINITY
  for (let index = begun; index >= 0 && index > begun - AT_ONCE; index -= 1) {
    const found = times[words.turns[turns[index] ?? 0]?.id ?? '']
    if (!found) continue
    const word = lastStarted(found.starts, ms)
    const ended = (found.ends[word] ?? -1) + linger + 1
    next = Math.min(next, found.starts[word + 1] ?? next, ended > ms ? ended : next)
  }
  return next
}
