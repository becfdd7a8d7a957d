import { Invalid } from '@/platform/errors'
import { type Corrected, type Doc, type DocTurn, wordOffsets } from './document'
import { sameWords } from './word-map'

/** What PostgreSQL's integer holds: 24 days. */
const LATEST_MS = 2_147_483_647

/** Moves every time by so many ms. @throws Invalid where all of it would lie before the recording begins. */
export function shiftTimes(turns: Doc, { byMs }: { byMs: number }): Corrected {
  const latest = turns.reduce((most, { endMs }) => Math.max(most, endMs ?? 0), 0)
  if (latest + byMs <= 0) throw new Invalid('That would put every word before the recording begins.')
  return moveAll(turns, (ms) => ms + byMs)
}

type Point = { fromMs: number; toMs: number }

/** Moves every time along the line through two points, to the nearest ms. */
export function stretchTimes(turns: Doc, { first, last }: { first: Point; last: Point }): Corrected {
  // Five hours times five hours is more than a double holds exactly: an even rounding keeps the order of words.
  const [rise, run] = [BigInt(last.toMs - first.toMs), BigInt(last.fromMs - first.fromMs)]
  return moveAll(turns, (ms) => {
    const doubled = 2n * BigInt(ms - first.fromMs) * rise + run
    const floor = doubled / (2n * run) - (doubled < 0n && doubled % (2n * run) !== 0n ? 1n : 0n)
    return first.toMs + Number(floor)
  })
}

/** @param move never decreasing, in whole ms. */
function moveAll(turns: Doc, move: (ms: number) => number): Corrected {
  if (turns.every(({ startMs }) => startMs === null))
    throw new Invalid('This transcript has no times to move.')
  const moveMs = (ms: number): number => {
    const moved = Math.max(0, move(ms))
    if (moved > LATEST_MS) throw new Invalid('That is later than any recording lasts.')
    return moved
  }
  return {
    turns: turns.map((turn) => withMovedTimes(turn, moveMs)),
    words: sameWords(wordOffsets(turns).at(-1) ?? 0),
    moveMs,
  }
}

/** A turn with every time moved; `move` never decreases. */
export function withMovedTimes(turn: DocTurn, move: (ms: number) => number): DocTurn {
  if (turn.startMs === null || turn.endMs === null) return turn
  return {
    ...turn,
    startMs: move(turn.startMs),
    endMs: move(turn.endMs),
    wordStarts: turn.wordStarts.map(move),
    wordEnds: turn.wordEnds.map(move),
  }
}
