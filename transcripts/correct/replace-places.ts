import { Invalid } from '@/platform/errors'
import { normaliseText, wordsOf } from '../words'
import { withCarriedTimes } from './change-words'
import { type Corrected, type Doc, wordOffsets } from './document'
import { GONE, mapAround, type WordMap } from './word-map'

type Place = { turnId: string; ranges: readonly (readonly [start: number, end: number])[] }

/**
 * Replaces character ranges of turns' texts. Which words stay is known exactly here and needs no comparing: those that
 * no range touches. A turn left without words is taken out.
 * @throws Invalid where ranges are out of order or out of the text, or cut a character in two.
 */
export function replacePlaces(
  turns: Doc,
  step: { places: readonly Place[]; replacement: string },
): Corrected {
  const offsets = wordOffsets(turns)
  const indexes = new Map(turns.map((turn, index) => [turn.id, index]))
  const stretches: { from: number; inner: WordMap; length: number }[] = []
  const now: Doc[number][] = [...turns]
  const emptied = new Set<number>()
  const places = step.places
    .map((place) => ({ ...place, index: indexes.get(place.turnId) ?? -1 }))
    .sort((a, b) => a.index - b.index)
  for (const { index, ranges } of places) {
    const turn = turns[index]
    if (!turn) throw new Error('A step was asked of a turn that is not in the document.')
    const replaced = replaceRanges(turn.text, ranges, tidy(step.replacement))
    if (replaced.text === '') emptied.add(index)
    else now[index] = withCarriedTimes(turns, index, replaced.text, inverse(replaced.words, replaced.length))
    stretches.push({ from: offsets[index] ?? 0, inner: replaced.words, length: replaced.length })
  }
  return {
    turns: now.filter((_, index) => !emptied.has(index)),
    words: mapAround(offsets.at(-1) ?? 0, stretches),
  }
}

/** As `normaliseText` leaves it, but spaces at its ends may be meant. */
function tidy(replacement: string): string {
  const text = normaliseText(replacement)
  if (text === '') return /\s/u.test(replacement) ? ' ' : ''
  return `${/^\s/u.test(replacement) ? ' ' : ''}${text}${/\s$/u.test(replacement) ? ' ' : ''}`
}

type Replaced = { text: string; words: WordMap; length: number }

function replaceRanges(
  text: string,
  ranges: readonly (readonly [number, number])[],
  replacement: string,
): Replaced {
  const parts: string[] = []
  /** How far what follows each range has moved. */
  const moved: { from: number; by: number }[] = []
  let [reached, by] = [0, 0]
  for (const [start, end] of ranges) {
    if (start < reached || end <= start || end > text.length || cuts(text, start) || cuts(text, end))
      throw new Invalid('The places to replace are not places in this turn. Look for them again.')
    parts.push(text.slice(reached, start), replacement)
    by += replacement.length - (end - start)
    moved.push({ from: end, by })
    reached = end
  }
  parts.push(text.slice(reached))
  const raw = parts.join('')
  const spans = wordsOf(raw)
  const startsAt = new Map(spans.map((span, word) => [span.start, { word, end: span.end }]))
  let range = 0
  const words = Int32Array.from(wordsOf(text), ({ start, end }) => {
    while ((ranges[range]?.[1] ?? Number.POSITIVE_INFINITY) <= start) range += 1
    if ((ranges[range]?.[0] ?? Number.POSITIVE_INFINITY) < end) return GONE
    const shift = moved[range - 1]?.by ?? 0
    const there = startsAt.get(start + shift)
    return there?.end === end + shift ? there.word : GONE
  })
  return { text: normaliseText(raw), words, length: spans.length }
}

function cuts(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
}

function inverse(words: WordMap, length: number): Int32Array {
  const from = new Int32Array(length).fill(-1)
  for (const [old, now] of words.entries()) if (now >= 0) from[now] = old
  return from
}
