import { countSelected, type Selected } from '@/components/transcripts/selected-words'
import { endOfWord, startOfWord, type TimedWords, wordSaidAt } from '@/components/transcripts/spoken-turns'
import {
  beginsSentence,
  comparePoints,
  nextWord,
  previousWord,
  sentenceEnd,
  sentenceStart,
  type WordPoint,
  wordText,
} from '@/components/transcripts/word-cursor'

/** People press about a second after they heard it. */
const REACTION_MS = 1000
/** A sentence younger than this has hardly been heard: the one before is meant. */
const JUST_BEGUN_MS = 1500
/** In a silence the words before it are still meant, for this long. */
const SILENCE_MS = 6000
/** Longer "sentences" are captions without punctuation: there pauses decide. */
const MOST_WORDS = 60
const PAUSE_MS = 600
const BEFORE_MS = 12_000
const AFTER_MS = 4000

/**
 * The sentence that somebody means who presses a key while the recording stands at `ms`.
 * @param heard.fromMs where this stretch of listening began: nothing before it can be meant
 * @param heard.rate speed of playback: a second of reaction is two of the recording at 2
 * @param sameSpeaker of two turns; a sentence goes over into the next turn only where one person speaks in both
 * @returns null where no word with a time is near
 */
export function sentenceSaid(
  timed: TimedWords,
  ms: number,
  heard: { fromMs: number; rate: number },
  sameSpeaker: (turn: number, other: number) => boolean,
): Selected | null {
  const now = saidAt(timed, ms)
  if (!now) return null
  const sentence = sentenceAround(timed, now, sameSpeaker)
  const begun = startOfWord(timed, sentence.anchor) ?? 0
  if (ms - begun >= JUST_BEGUN_MS * heard.rate) return sentence
  const back = Math.max(heard.fromMs, ms - REACTION_MS * heard.rate)
  const meant = back < begun ? saidAt(timed, back) : null
  return meant ? sentenceAround(timed, meant, sameSpeaker) : sentence
}

/** Who is speaking comes before who has just fallen silent: a "yes" put in does not take over from a long answer. */
function saidAt(timed: TimedWords, ms: number): WordPoint | null {
  return wordSaidAt(timed, ms) ?? wordSaidAt(timed, ms, SILENCE_MS)
}

function sentenceAround(
  timed: TimedWords,
  point: WordPoint,
  sameSpeaker: (turn: number, other: number) => boolean,
): Selected {
  const { words } = timed
  let anchor = sentenceStart(words, point)
  let focus = sentenceEnd(words, point)
  // Captions cut sentences: one that neither ended before this turn nor begins with it belongs together.
  while (anchor.word === 0) {
    const before = previousWord(words, anchor)
    if (comparePoints(before, anchor) === 0 || !goesOver(timed, before, anchor, sameSpeaker)) break
    anchor = sentenceStart(words, before)
  }
  for (;;) {
    const after = nextWord(words, focus)
    if (after.turn === focus.turn || !goesOver(timed, focus, after, sameSpeaker)) break
    focus = sentenceEnd(words, after)
  }
  const sentence = { anchor, focus, marked: true }
  return countSelected(words, sentence) > MOST_WORDS ? narrow(timed, point, anchor, focus) : sentence
}

function goesOver(
  { words }: TimedWords,
  last: WordPoint,
  first: WordPoint,
  sameSpeaker: (turn: number, other: number) => boolean,
): boolean {
  if (!sameSpeaker(last.turn, first.turn)) return false
  return !ENDS.test(wordText(words, last)) && /^["'“‘«([]*\p{Ll}/u.test(wordText(words, first))
}

const ENDS = /[.!?…。！？؟।—–-]["'”’»)\]]*$/u

/** Without punctuation: from the pause before the word to the pause after it, within a breath or two. */
function narrow(timed: TimedWords, point: WordPoint, from: WordPoint, to: WordPoint): Selected {
  const at = startOfWord(timed, point) ?? 0
  const pauseBetween = (one: WordPoint, other: WordPoint) => {
    const [end, start] = [endOfWord(timed, one), startOfWord(timed, other)]
    return end !== null && start !== null && start - end >= PAUSE_MS
  }
  let anchor = point
  while (comparePoints(from, anchor) < 0) {
    const before = previousWord(timed.words, anchor)
    const start = startOfWord(timed, before)
    if (beginsSentence(timed.words, anchor) && anchor.word > 0) break
    if (pauseBetween(before, anchor) || start === null || at - start > BEFORE_MS) break
    anchor = before
  }
  let focus = point
  while (comparePoints(focus, to) < 0) {
    const after = nextWord(timed.words, focus)
    const start = startOfWord(timed, after)
    if (pauseBetween(focus, after) || start === null || start - at > AFTER_MS) break
    focus = after
  }
  return { anchor, focus, marked: true }
}
