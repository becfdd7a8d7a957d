import type { ParsedCue, TimedWord } from './formats/format'
import { longestWordMs, spreadWords } from './formats/spread-words'
import { tidyText } from './formats/tidy-text'
import { countWords, type WordSpan, wordsOf } from './words'

/** A cue's text with one time per word of `wordsOf(text)`, or no times at all. */
export type TimedPiece = {
  speaker: string | null
  startsTurn: boolean
  text: string
  spans: WordSpan[]
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
  const kept = inOrder(cues.map(pieceOf).filter((piece) => piece.spans.length > 0))
  let latest = 0
  for (let at = 0; at < kept.length; ) {
    const first = kept[at]
    const startMs = first?.cue.startMs ?? null
    let next = at + 1
    while (next < kept.length && belongsTo(kept[next], first)) next += 1
    const group = kept.slice(at, next)
    at = next
    if (!first || startMs === null) continue
    const endMs = intervalEnd(group, startMs, kept[next]?.cue.startMs ?? null)
    timeGroup(group, startMs, endMs)
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
    spans: wordsOf(text),
    starts: [],
    ends: [],
    estimated: [],
    overMs: null,
  }
}

/** Stable order by start; a cue without a time stays behind the one it follows. Files in order are not copied. */
function inOrder(pieces: Piece[]): Piece[] {
  let reached = Number.NEGATIVE_INFINITY
  let sorted = true
  const keyed = pieces.map((piece) => {
    const startMs = piece.cue.startMs
    if (startMs !== null && startMs < reached) sorted = false
    if (startMs !== null) reached = startMs
    return { piece, key: reached }
  })
  if (sorted) return pieces
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
function intervalEnd(group: Piece[], startMs: number, nextStartMs: number | null): number {
  const stated = group.reduce((latest, { cue }) => Math.max(latest, cue.endMs ?? 0), 0)
  const limit = nextStartMs !== null && nextStartMs > startMs ? nextStartMs : null
  if (stated > startMs) return limit === null ? stated : Math.min(stated, limit)
  if (limit !== null) return limit
  return startMs + group.reduce((sum, { text }) => sum + 80 * text.length, 0)
}

function timeGroup(group: Piece[], startMs: number, endMs: number): void {
  const only = group[0]
  if (group.length === 1 && only) {
    const measured = only.cue.words
    if (measured && takeWords(only, measured, startMs, Math.max(endMs, only.cue.endMs ?? endMs))) return
  }
  const words = group.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)))
  const bounds = spreadWords(words, startMs, endMs)
  // A cue of one word is that word's time: the file measured it.
  const measured = words.length === 1 && (only?.cue.endMs ?? 0) > startMs
  let word = 0
  for (const piece of group) {
    for (const _ of piece.spans) {
      piece.starts.push(bounds[word] ?? startMs)
      piece.ends.push(bounds[word + 1] ?? endMs)
      piece.estimated.push(!measured)
      word += 1
    }
    piece.overMs = piece === group.at(-1) ? endMs : (piece.ends.at(-1) ?? endMs)
  }
}

/** Takes the times a file measured, if its words are the words of the text. A word of several characters' words is spread. */
function takeWords(piece: Piece, words: readonly TimedWord[], startMs: number, endMs: number): boolean {
  const alike = words.length === piece.spans.length
  if (!alike && words.reduce((sum, word) => sum + countWords(word.text), 0) !== piece.spans.length)
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
      const parts = piece.spans.slice(at, at + count).map(({ start, end }) => piece.text.slice(start, end))
      const bounds = spreadWords(parts, from, until)
      parts.forEach((_part, nth) => {
        piece.starts.push(bounds[nth] ?? from)
        piece.ends.push(bounds[nth + 1] ?? until)
        piece.estimated.push(true)
      })
    }
    at += count
  }
  piece.overMs = piece.ends.at(-1) ?? endMs
  return true
}

/** Moves starts forward where they would go back; returns the latest start so far. */
function keepOrder(piece: Piece, latest: number): number {
  let reached = latest
  piece.starts.forEach((start, word) => {
    if (start < reached) {
      if (reached - start > MOVED_MS) piece.estimated[word] = true
      piece.starts[word] = reached
    } else reached = start
    piece.ends[word] = Math.max(piece.ends[word] ?? reached, reached)
  })
  return reached
}
