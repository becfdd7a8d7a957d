import { spelled } from './change-words'
import {
  type Corrected,
  type Doc,
  placeOf,
  roomAround,
  timesOf,
  type WordTime,
  withWords,
  wordOffsets,
} from './document'
import { fillTimes } from './fill-times'
import { sameWords } from './word-map'

/**
 * Puts a turn's words at the end of the turn before it, which keeps its speaker. Words keep their times; where the two
 * spoke at once, a word cannot begin before the one it now follows, and is marked estimated. If one of them is untimed,
 * its words get estimated times beside the other's.
 */
export function mergeTurn(turns: Doc, step: { turnId: string }): Corrected {
  const { index, turn } = placeOf(turns, step.turnId)
  const before = turns[index - 1]
  if (!before) throw new Error('The first turn has none before it.')
  const text = `${before.text} ${turn.text}`
  const known: (WordTime | null)[] = [
    ...(before.wordStarts.length > 0 ? timesOf(before) : new Array<null>(before.wordCount).fill(null)),
    ...(turn.wordStarts.length > 0 ? timesOf(turn) : new Array<null>(turn.wordCount).fill(null)),
  ]
  const times = fillTimes(spelled(text), inOrder(known), roomAround(turns, index - 1, index))
  return {
    turns: turns.toSpliced(index - 1, 2, withWords(before, text, times)),
    words: sameWords(wordOffsets(turns).at(-1) ?? 0),
  }
}

function inOrder(times: readonly (WordTime | null)[]): (WordTime | null)[] {
  let reached = 0
  return times.map((time) => {
    if (!time) return null
    const late = time.startMs < reached
    reached = Math.max(reached, time.startMs)
    return late ? { startMs: reached, endMs: Math.max(reached, time.endMs), estimated: true } : time
  })
}
