import { wordsOfCue } from './formats/caption-words'
import type { ParsedCue, TimedWord } from './formats/format'
import { longestSpread, longestWordMs, spreadWeights, weightOf } from './formats/spread-words'
import { tidyText } from './formats/tidy-text'
import { countWords, wordBounds } from './words'

/**
 * The words of a transcript in flat lists and no object a word: a long recording has 60,000 of them, and clearing objects
 * away took more time than all else. Word `i` is `[bounds[2 i], bounds[2 i + 1])` of its piece's text.
 */
export type WordTimes = {
  bounds: number[]
  starts: Float64Array
  ends: Float64Array
  /** 1 where the time was spread and not measured. */
  estimated: Uint8Array
}

/** A cue on its way into a turn: words `[from, to)` of the transcript. `isTimed`: each of them has a time. */
export type TimedPiece = {
  speaker: string | null
  startsTurn: boolean
  text: string
  from: number
  to: number
  isTimed: boolean
  /** When the cue is over, which may be later than its last word; null if untimed. A pause begins here. */
  overMs: number | null
}

/** A measured word may lie this far outside its cue before it is taken for a mistake and moved to the edge. */
const SLACK_MS = 2000
/** A time that had to move further than this to keep the order is no longer a measured one. */
const MOVED_MS = 250

/**
 * Gives every word of every cue its time. Cues out of order are sorted by start (stable). Cues without a time share
 * the interval of the timed one before them; before the first timed one they stay untimed. Starts never decrease over
 * the whole transcript. Linear, but for the sort.
 */
export function timeCues(cues: readonly ParsedCue[]): { pieces: TimedPiece[]; words: WordTimes } {
  const bounds: number[] = []
  const pieces: Piece[] = []
  for (const cue of cues) {
    const piece = pieceOf(cue, bounds)
    if (piece.to > piece.from) pieces.push(piece)
  }
  const count = bounds.length / 2
  const words: WordTimes = {
    bounds,
    starts: new Float64Array(count),
    ends: new Float64Array(count),
    estimated: new Uint8Array(count),
  }
  const kept = inOrder(pieces)
  let latest = 0
  for (let at = 0; at < kept.length; ) {
    const first = kept[at]
    let next = at + 1
    while (next < kept.length && belongsTo(kept[next], first)) next += 1
    const from = at
    at = next
    if (!first || first.cue.startMs === null) continue
    const startMs = first.cue.startMs
    const nextStartMs = kept[next]?.cue.startMs ?? null
    if (next === from + 1) {
      const endMs = intervalEnd(first.cue.endMs ?? 0, first.text.length, startMs, nextStartMs)
      timeOne(first, words, startMs, endMs)
      latest = keepOrder(first, words, latest)
      continue
    }
    const group = kept.slice(from, next)
    const stated = group.reduce((reached, { cue }) => Math.max(reached, cue.endMs ?? 0), 0)
    const length = group.reduce((sum, { text }) => sum + text.length, 0)
    timeGroup(group, words, startMs, intervalEnd(stated, length, startMs, nextStartMs))
    for (const piece of group) latest = keepOrder(piece, words, latest)
  }
  return { pieces: kept, words }
}

type Piece = TimedPiece & { cue: ParsedCue }

function pieceOf(cue: ParsedCue, bounds: number[]): Piece {
  const text = tidyText(cue.text)
  const speaker = cue.speaker === null ? null : tidyText(cue.speaker) || null
  const from = bounds.length / 2
  const to = wordBounds(text, bounds).length / 2
  return { cue, speaker, startsTurn: cue.startsTurn ?? false, text, from, to, isTimed: false, overMs: null }
}

/** Stable order by start; a cue without a time stays behind the one it follows. Files in order are not copied. */
function inOrder(pieces: Piece[]): Piece[] {
  let reached = Number.NEGATIVE_INFINITY
  const sorted = pieces.every(({ cue: { startMs } }) => {
    if (startMs === null) return true
    const inPlace = startMs >= reached
    reached = startMs
    return inPlace
  })
  if (sorted) return pieces
  reached = Number.NEGATIVE_INFINITY
  const keyed = pieces.map((piece) => {
    reached = piece.cue.startMs ?? reached
    return { piece, key: reached }
  })
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ piece }) => piece)
}

/** Untimed cues belong to the timed one before; cues of the very same interval (two speakers in one caption) share it. */
function belongsTo(piece: Piece | undefined, first: Piece | undefined): boolean {
  if (!piece || !first) return false
  if (piece.cue.startMs === null) return true
  return (
    piece.cue.startMs === first.cue.startMs &&
    piece.cue.endMs === first.cue.endMs &&
    !hasWordTimes(piece.cue) &&
    !hasWordTimes(first.cue)
  )
}

function hasWordTimes(cue: ParsedCue): boolean {
  return cue.words !== undefined || cue.times !== undefined
}

/** The end of a group: what the file says, but not beyond the next cue's start; unknown, as long as its words take. */
function intervalEnd(stated: number, length: number, startMs: number, nextStartMs: number | null): number {
  const limit = nextStartMs !== null && nextStartMs > startMs ? nextStartMs : null
  if (stated > startMs) return limit === null ? stated : Math.min(stated, limit)
  return limit ?? startMs + 80 * length
}

function timeOne(piece: Piece, words: WordTimes, startMs: number, endMs: number): void {
  const { cue, from, to } = piece
  const measured = wordsOfCue(cue)
  piece.isTimed = true
  if (measured && takeWords(piece, words, measured, startMs, Math.max(endMs, cue.endMs ?? endMs))) return
  piece.overMs = endMs
  if (to > from + 1) {
    shareOut(piece.text, words, from, to, startMs, endMs)
    return
  }
  // A cue of one word is that word's time: the file measured it. Files of such cues only are the longest of all.
  words.starts[from] = Math.round(startMs)
  words.ends[from] = Math.round(startMs + longestSpread(1, startMs, endMs))
  words.estimated[from] = (cue.endMs ?? 0) <= startMs ? 1 : 0
}

/** Shares an interval out among the words `[from, to)` of one text by their length (see `spreadWeights`). */
function shareOut(
  text: string,
  { bounds, starts, ends, estimated }: WordTimes,
  from: number,
  to: number,
  startMs: number,
  endMs: number,
): void {
  let total = 0
  for (let word = from; word < to; word++) {
    const weight = weightOf(text, bounds[word * 2] ?? 0, bounds[word * 2 + 1] ?? 0)
    // Kept where the end will stand: no list of weights is needed.
    ends[word] = weight
    total += weight
  }
  const duration = longestSpread(to - from, startMs, endMs)
  let reached = 0
  let boundary = Math.round(startMs)
  for (let word = from; word < to; word++) {
    starts[word] = boundary
    reached += ends[word] ?? 0
    boundary = Math.round(startMs + (duration * reached) / total)
    ends[word] = boundary
    estimated[word] = 1
  }
}

/** Shares an interval out among the words of several cues. */
function timeGroup(group: readonly Piece[], words: WordTimes, startMs: number, endMs: number): void {
  const { bounds, starts, ends, estimated } = words
  const weights: number[] = []
  for (const { text, from, to } of group) {
    for (let word = from; word < to; word++)
      weights.push(weightOf(text, bounds[word * 2] ?? 0, bounds[word * 2 + 1] ?? 0))
  }
  const times = spreadWeights(weights, startMs, endMs)
  let nth = 0
  for (const piece of group) {
    for (let word = piece.from; word < piece.to; word++) {
      starts[word] = times[nth] ?? startMs
      ends[word] = times[nth + 1] ?? endMs
      estimated[word] = 1
      nth += 1
    }
    piece.isTimed = true
    piece.overMs = piece === group.at(-1) ? endMs : (ends[piece.to - 1] ?? endMs)
  }
}

/** Takes the times a file measured, if its words are the words of the text. A word of several characters' words is spread. */
function takeWords(
  piece: Piece,
  words: WordTimes,
  measured: readonly TimedWord[],
  startMs: number,
  endMs: number,
): boolean {
  const { text, from, to } = piece
  const { starts, ends, estimated } = words
  const alike = measured.length === to - from
  if (!alike && measured.reduce((sum, word) => sum + countWords(word.text), 0) !== to - from) return false
  let at = from
  for (const word of measured) {
    const begins = Math.max(startMs - SLACK_MS, Math.min(word.startMs, endMs + SLACK_MS), 0)
    const until = Math.max(begins, Math.min(word.endMs, endMs + SLACK_MS))
    const count = alike ? 1 : countWords(word.text)
    if (count === 1) {
      starts[at] = begins
      ends[at] = until > begins ? until : begins + longestWordMs(word.text)
      estimated[at] = word.estimated ? 1 : 0
    } else shareOut(text, words, at, at + count, begins, until)
    at += count
  }
  piece.overMs = ends[to - 1] ?? endMs
  return true
}

/** Moves starts forward where they would go back; returns the latest start so far. */
function keepOrder({ from, to }: Piece, { starts, ends, estimated }: WordTimes, latest: number): number {
  let reached = latest
  for (let word = from; word < to; word++) {
    const start = starts[word] ?? 0
    if (start < reached) {
      if (reached - start > MOVED_MS) estimated[word] = 1
      starts[word] = reached
    } else reached = start
    if ((ends[word] ?? 0) < reached) ends[word] = reached
  }
  return reached
}
