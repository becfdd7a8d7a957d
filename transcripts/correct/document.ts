import { countWords } from '../words'
import type { WordMap } from './word-map'

/**
 * A transcript as corrections see it: turns in order, never changed in place. A step answers with a new list in which
 * the turns that it did not touch are the same objects. Times are integer ms.
 */
export type DocTurn = {
  readonly id: string
  readonly participantId: string | null
  readonly text: string
  readonly wordCount: number
  /** Start of the first word and the latest end of any; null where the turn is untimed. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** One entry a word of `wordsOf(text)`, starts never decreasing; all three empty where the turn is untimed. */
  readonly wordStarts: readonly number[]
  readonly wordEnds: readonly number[]
  readonly wordEstimated: readonly boolean[]
}

export type Doc = readonly DocTurn[]

export type WordTime = { startMs: number; endMs: number; estimated: boolean }

/** What a step makes of a document. */
export type Corrected = {
  turns: Doc
  words: WordMap
  /** How moments moved, where all of them did (shift, stretch). */
  moveMs?: (ms: number) => number
}

/** Index of each turn's first word, counted through all turns; one more entry than turns, the last is the total. */
export function wordOffsets(turns: readonly Pick<DocTurn, 'wordCount'>[]): Int32Array {
  const offsets = new Int32Array(turns.length + 1)
  let total = 0
  for (const [index, turn] of turns.entries()) {
    offsets[index] = total
    total += turn.wordCount
  }
  offsets[turns.length] = total
  return offsets
}

/** The same turn with other words or times; count, start and end follow from them. Untimed where `times` is empty. */
export function withWords(
  turn: Pick<DocTurn, 'id' | 'participantId'>,
  text: string,
  times: readonly WordTime[],
): DocTurn {
  const wordCount = countWords(text)
  if (times.length !== 0 && times.length !== wordCount)
    throw new Error(`A turn of ${wordCount} words was given ${times.length} times.`)
  return {
    id: turn.id,
    participantId: turn.participantId,
    text,
    wordCount,
    startMs: times[0]?.startMs ?? null,
    endMs: times.length === 0 ? null : times.reduce((latest, { endMs }) => Math.max(latest, endMs), 0),
    wordStarts: times.map(({ startMs }) => startMs),
    wordEnds: times.map(({ endMs }) => endMs),
    wordEstimated: times.map(({ estimated }) => estimated),
  }
}

/** Times of a turn's words; empty where it is untimed. */
export function timesOf(turn: DocTurn): WordTime[] {
  return turn.wordStarts.map((startMs, word) => ({
    startMs,
    endMs: turn.wordEnds[word] ?? startMs,
    estimated: turn.wordEstimated[word] ?? true,
  }))
}

/** Place of a turn in a document. @throws Error where it is not there: the command has looked before. */
export function placeOf(turns: Doc, turnId: string): { index: number; turn: DocTurn } {
  const index = turns.findIndex(({ id }) => id === turnId)
  const turn = turns[index]
  if (!turn) throw new Error('A step was asked of a turn that is not in the document.')
  return { index, turn }
}

/** The nearest timed turn's latest end before a place, and the nearest start at or after another; null where none is. */
export function roomAround(turns: Doc, before: number, after: number): Room {
  let fromMs: number | null = null
  for (let index = before - 1; index >= 0 && fromMs === null; index--) fromMs = turns[index]?.endMs ?? null
  let untilMs: number | null = null
  for (let index = after + 1; index < turns.length && untilMs === null; index++)
    untilMs = turns[index]?.startMs ?? null
  return { fromMs, untilMs }
}

/** What words without a time may grow into at a turn's ends. */
export type Room = { fromMs: number | null; untilMs: number | null }

/** True where two documents are the same, turn for turn. */
export function sameDoc(one: Doc, other: Doc): boolean {
  return (
    one.length === other.length &&
    one.every((turn, index) => turn === other[index] || sameTurn(turn, other[index]))
  )
}

export function sameTurn(one: DocTurn, other: DocTurn | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.participantId === other.participantId &&
    one.text === other.text &&
    equal(one.wordStarts, other.wordStarts) &&
    equal(one.wordEnds, other.wordEnds) &&
    equal(one.wordEstimated, other.wordEstimated)
  )
}

function equal(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
