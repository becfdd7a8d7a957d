import { type WordSpan, wordsOf } from '@/transcripts/words'

/** Moving through a transcript by words, sentences and turns. Knows nothing of the page it stands on. */

export type TurnText = { id: string; text: string }

/** A word by its turn's place in the transcript and its index within that turn. */
export type WordPoint = { turn: number; word: number }

export type TranscriptWords<Turn extends TurnText = TurnText> = {
  /** In the order of the transcript; a turn that changes becomes another object. */
  readonly turns: readonly Turn[]
  /** Words of one turn as character ranges; empty where there is no such turn. */
  spans: (turn: number) => readonly WordSpan[]
  /** Place of a turn, -1 where the transcript has no such turn. */
  indexOf: (turnId: string) => number
}

/** Words of a transcript that is being corrected. */
export type ChangingWords<Turn extends TurnText = TurnText> = TranscriptWords<Turn> & {
  /** Another text in the place of one turn's; the words of all others stay as they were read. */
  replace: (at: number, turn: Turn) => void
  /** Puts a turn in before the one at this place; the place may be one past the last. */
  insert: (at: number, turn: Turn) => void
  remove: (at: number) => void
}

/** Words are found turn by turn when first asked for, so that a five-hour transcript costs nothing to open. */
export function transcriptWords<Turn extends TurnText>(given: readonly Turn[]): ChangingWords<Turn> {
  const turns = [...given]
  const known = new WeakMap<Turn, readonly WordSpan[]>()
  // Made anew when asked for after an insertion: a step of an editor's moves many turns at once.
  let places: Map<string, number> | null = null
  return {
    turns,
    indexOf(turnId) {
      places ??= new Map(turns.map((turn, index) => [turn.id, index]))
      return places.get(turnId) ?? -1
    },
    spans(at) {
      const turn = turns[at]
      if (!turn) return []
      const found = known.get(turn) ?? wordsOf(turn.text)
      known.set(turn, found)
      return found
    },
    replace(at, turn) {
      if (turns[at]?.id !== turn.id) places = null
      turns.splice(at, 1, turn)
    },
    insert(at, turn) {
      turns.splice(at, 0, turn)
      places = null
    },
    remove(at) {
      turns.splice(at, 1)
      places = null
    },
  }
}

/** Negative where `a` stands before `b`, 0 where they are the same word. */
export function comparePoints(a: WordPoint, b: WordPoint): number {
  return a.turn - b.turn || a.word - b.word
}

export function firstWordOf(words: TranscriptWords, from = 0): WordPoint | null {
  for (let turn = from; turn < words.turns.length; turn += 1)
    if (words.spans(turn).length > 0) return { turn, word: 0 }
  return null
}

export function lastWordOf(words: TranscriptWords, from = words.turns.length - 1): WordPoint | null {
  for (let turn = from; turn >= 0; turn -= 1) {
    const count = words.spans(turn).length
    if (count > 0) return { turn, word: count - 1 }
  }
  return null
}

/** The word after, over turns without words; the same word at the end. */
export function nextWord(words: TranscriptWords, point: WordPoint): WordPoint {
  if (point.word + 1 < words.spans(point.turn).length) return { turn: point.turn, word: point.word + 1 }
  return firstWordOf(words, point.turn + 1) ?? point
}

/** The word before; the same word at the beginning. */
export function previousWord(words: TranscriptWords, point: WordPoint): WordPoint {
  if (point.word > 0) return { turn: point.turn, word: point.word - 1 }
  return lastWordOf(words, point.turn - 1) ?? point
}

const ENDS_SENTENCE = /[.!?…。！？؟।]["'”’»)\]]*$/u
const ABBREVIATION = /^(?:mr|mrs|ms|dr|st|prof|sen|rep|gov|gen|lt|col|sgt|jr|sr|vs|no|\p{L})\.$/iu
const STARTS_LOWER = /^["'“‘«([]*\p{Ll}/u

/** True where a sentence begins at this word: at the start of a turn, and after a word that ends one. */
export function beginsSentence(words: TranscriptWords, point: WordPoint): boolean {
  if (point.word === 0) return true
  const before = wordText(words, { turn: point.turn, word: point.word - 1 })
  return (
    ENDS_SENTENCE.test(before) && !ABBREVIATION.test(before) && !STARTS_LOWER.test(wordText(words, point))
  )
}

export function wordText(words: TranscriptWords, point: WordPoint): string {
  const span = words.spans(point.turn)[point.word]
  return span ? (words.turns[point.turn]?.text.slice(span.start, span.end) ?? '') : ''
}

/** First word of the sentence a word stands in. */
export function sentenceStart(words: TranscriptWords, point: WordPoint): WordPoint {
  let word = point.word
  while (word > 0 && !beginsSentence(words, { turn: point.turn, word })) word -= 1
  return { turn: point.turn, word }
}

/** Last word of the sentence a word stands in. */
export function sentenceEnd(words: TranscriptWords, point: WordPoint): WordPoint {
  const count = words.spans(point.turn).length
  let word = point.word
  while (word + 1 < count && !beginsSentence(words, { turn: point.turn, word: word + 1 })) word += 1
  return { turn: point.turn, word }
}

export function nextSentence(words: TranscriptWords, point: WordPoint): WordPoint {
  return nextWord(words, sentenceEnd(words, point))
}

/** The beginning of this sentence; from there, of the one before. */
export function previousSentence(words: TranscriptWords, point: WordPoint): WordPoint {
  const start = sentenceStart(words, point)
  return comparePoints(start, point) < 0 ? start : sentenceStart(words, previousWord(words, point))
}

export function nextTurn(words: TranscriptWords, point: WordPoint): WordPoint {
  return firstWordOf(words, point.turn + 1) ?? point
}

/** The beginning of this turn; from there, of the one before. */
export function previousTurn(words: TranscriptWords, point: WordPoint): WordPoint {
  if (point.word > 0) return { turn: point.turn, word: 0 }
  const before = lastWordOf(words, point.turn - 1)
  return before ? { turn: before.turn, word: 0 } : point
}

export function turnEnd(words: TranscriptWords, point: WordPoint): WordPoint {
  return { turn: point.turn, word: Math.max(0, words.spans(point.turn).length - 1) }
}
