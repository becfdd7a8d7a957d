import { normaliseText, wordsOf } from '../words'
import { alignTurn } from './align-turn'
import {
  type Corrected,
  type Doc,
  type DocTurn,
  placeOf,
  roomAround,
  timesOf,
  type WordTime,
  withWords,
  wordOffsets,
} from './document'
import { fillTimes } from './fill-times'
import { GONE, mapAround, type WordMap } from './word-map'

/** Other words in one turn. Words that stay keep their times. A turn left without words is taken out. */
export function changeWords(turns: Doc, step: { turnId: string; text: string }): Corrected {
  const { index, turn } = placeOf(turns, step.turnId)
  const from = wordOffsets(turns)[index] ?? 0
  const total = turns.reduce((sum, { wordCount }) => sum + wordCount, 0)
  const text = normaliseText(step.text)
  if (text === '') {
    const inner = new Int32Array(turn.wordCount).fill(GONE)
    return { turns: turns.toSpliced(index, 1), words: mapAround(total, [{ from, inner, length: 0 }]) }
  }
  const aligned = alignTurn(spelled(turn.text), spelled(text))
  const changed = withCarriedTimes(turns, index, text, aligned.from)
  return {
    turns: turns.with(index, changed),
    words: mapAround(total, [{ from, inner: aligned.words, length: changed.wordCount }]),
  }
}

/** The words of a text as text. */
export function spelled(text: string): string[] {
  return wordsOf(text).map(({ start, end }) => text.slice(start, end))
}

/**
 * The turn at a place with another text.
 * @param from for each new word the old one whose time it keeps, -1 where it is new.
 */
export function withCarriedTimes(turns: Doc, index: number, text: string, from: WordMap): DocTurn {
  const turn = turns[index]
  if (!turn) throw new Error('There is no turn at that place.')
  const old = timesOf(turn)
  if (old.length === 0) return withWords(turn, text, [])
  const known: (WordTime | null)[] = Array.from(from, (word) => old[word] ?? null)
  const freed = new Map<number, { startMs: number; endMs: number }>()
  for (let word = 0; word < from.length; ) {
    if ((from[word] ?? -1) >= 0) {
      word += 1
      continue
    }
    let end = word
    while (end < from.length && (from[end] ?? -1) < 0) end += 1
    const gone = old.slice((from[word - 1] ?? -1) + 1, end < from.length ? from[end] : old.length)
    if (gone.length === end - word)
      // As many words as before: most likely the same sounds, spelt otherwise.
      for (const [at, time] of gone.entries()) known[word + at] = { ...time, estimated: true }
    else if (gone[0])
      freed.set(word, { startMs: gone[0].startMs, endMs: Math.max(...gone.map(({ endMs }) => endMs)) })
    word = end
  }
  return withWords(turn, text, fillTimes(spelled(text), known, roomAround(turns, index, index), freed))
}
