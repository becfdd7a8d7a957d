import type { ParsedCue, TimedWord } from './formats/format'
import { longestWordMs, spreadWeights, weightOf } from './formats/spread-words'
import { tidyText } from './formats/tidy-text'
import { countWords, wordBounds } from './words'

/**
 * A cue's text with one time per word of `wordBounds(text)`, or no times at all. Flat lists and no object a word: a long
 * recording has 60,000 of them, and clearing objects away took more time than all else.
 */
export type TimedPiece = {
  speaker: string | null
  startsTurn: boolean
  text: string
  /** Start and end of each word in turn. */
  bounds: number[]
  starts: number[]
  ends: number[]
  estimated: boolean[]
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
export function timeCues(cues: readonly ParsedCue[]): TimedPiece[] {
  const pieces: Piece[] = []
  for (const cue of cues) {
    const piece = pieceOf(cue)
    if (piece.bounds.length > 0) pieces.push(piece)
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
      timeOne(first, startMs, endMs)
      latest = keepOrder(first, latest)
      continue
    }
    const group = kept.slice(from, next)
    const stated = group.reduce((reached, { cue }) => Math.max(reached, cue.endMs ?? 0), 0)
    const length = group.reduce((sum, { text }) => sum + text.length, 0)
    timeGroup(group, startMs, intervalEnd(stated, length, startMs, nextStartMs))
    for (const piece of group) latest = keepOrder(piece, latest)
  }
  return kept
}

type Piece = TimedPiece & { cue: ParsedCue }

function pieceOf(cue: ParsedCue): Piece {
  const text = tidyText(cue.text)
  const speaker = cue.speaker === null ? null : tidyText(cue.speaker) || null
  return {
    cue,
    speaker,
    startsTurn: cue.startsTurn ?? false,
    text,
    bounds: wordBounds(text),
    starts: [],
    ends: [],
    estimated: [],
    overMs: null,
  }
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
    piece.cue.words === undefined &&
    first.cue.words === undefined
  )
}

/** The end of a group: what the file says, but not beyond the next cue's start; unknown, as long as its words take. */
function intervalEnd(stated: number, length: number, startMs: number, nextStartMs: number | null): number {
  const limit = nextStartMs !== null && nextStartMs > startMs ? nextStartMs : null
  if (stated > startMs) return limit === null ? stated : Math.min(stated, limit)
  return limit ?? startMs + 80 * length
}

function timeOne(piece: Piece, startMs: number, endMs: number): void {
  const { words, endMs: stated } = piece.cue
  if (words && takeWords(piece, words, startMs, Math.max(endMs, stated ?? endMs))) return
  if (piece.bounds.length > 2) {
    timeGroup([piece], startMs, endMs)
    return
  }
  // A cue of one word is that word's time: the file measured it. Files of such cues only are the longest of all.
  const longest = spreadWeights([1], startMs, endMs)[1] ?? endMs
  piece.starts.push(Math.round(startMs))
  piece.ends.push(longest)
  piece.estimated.push((stated ?? 0) <= startMs)
  piece.overMs = endMs
}

/** Shares an interval out among the words of several cues. */
function timeGroup(group: readonly Piece[], startMs: number, endMs: number): void {
  const weights: number[] = []
  for (const { text, bounds } of group) {
    for (let at = 0; at < bounds.length; at += 2)
      weights.push(weightOf(text, bounds[at] ?? 0, bounds[at + 1] ?? 0))
  }
  const times = spreadWeights(weights, startMs, endMs)
  let word = 0
  for (const piece of group) {
    for (let at = 0; at < piece.bounds.length; at += 2) {
      piece.starts.push(times[word] ?? startMs)
      piece.ends.push(times[word + 1] ?? endMs)
      piece.estimated.push(true)
      word += 1
    }
    piece.overMs = piece === group.at(-1) ? endMs : (piece.ends.at(-1) ?? endMs)
  }
}

/** Takes the times a file measured, if its words are the words of the text. A word of several characters' words is spread. */
function takeWords(piece: Piece, words: readonly TimedWord[], startMs: number, endMs: number): boolean {
  const { text, bounds } = piece
  const alike = words.length * 2 === bounds.length
  if (!alike && words.reduce((sum, word) => sum + countWords(word.text), 0) * 2 !== bounds.length)
    return false
  let at = 0
  for (const word of words) {
    const from = Math.max(startMs - SLACK_MS, Math.min(word.startMs, endMs + SLACK_MS), 0)
    const until = Math.max(from, Math.min(word.endMs, endMs + SLACK_MS))
    const count = alike ? 1 : countWords(word.text)
    if (count === 1) {
      piece.starts.push(from)
      piece.ends.push(until > from ? until : from + longestWordMs(word.text))
      piece.estimated.push(word.estimated ?? false)
    } else {
      const weights: number[] = []
      for (let word = at; word < at + count; word++)
        weights.push(weightOf(text, bounds[word * 2] ?? 0, bounds[word * 2 + 1] ?? 0))
      const times = spreadWeights(weights, from, until)
      for (let nth = 0; nth < count; nth++) {
        piece.starts.push(times[nth] ?? from)
        piece.ends.push(times[nth + 1] ?? until)
        piece.estimated.push(true)
      }
    }
    at += count
  }
  piece.overMs = piece.ends.at(-1) ?? endMs
  return true
}

/** Moves starts forward where they would go back; returns the latest start so far. */
function keepOrder({ starts, ends, estimated }: Piece, latest: number): number {
  let reached = latest
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] ?? 0
    if (start < reached) {
      if (reached - start > MOVED_MS) estimated[word] = true
      starts[word] = reached
    } else reached = start
    if ((ends[word] ?? 0) < reached) ends[word] = reached
  }
  return reached
}
