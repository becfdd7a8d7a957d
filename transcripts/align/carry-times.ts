import { spreadWeights, weightOf } from '@/transcripts/formats/spread-words'
import type { ParsedTurn } from '@/transcripts/model'
import { wordBounds } from '@/transcripts/words'
import { SAME, type WordAlignment } from './align-words'

/** A turn that has its words timed, or not: either no entry or one a word. Integer ms. */
export type TimedTurn = {
  text: string
  wordStarts: readonly number[]
  wordEnds: readonly number[]
  wordEstimated: readonly boolean[]
}

/** One entry a word over all turns; -1 where a time is not known. */
type Times = { starts: Int32Array; ends: Int32Array; estimated: Uint8Array }

/** How quickly people speak where nothing else is known: some 170 words a minute. */
const PACE_MS = 350
/** A guess reaches so many words beyond what was heard, and no faster than this between two known words. */
const FARTHEST_WORDS = 60
const FASTEST_MS = 60

/**
 * The new turns with times: a word takes the time of its old word, measured where it is the same and estimated where it was
 * misheard or written otherwise; words between share the time between by their length, estimated. Over the whole transcript
 * starts never decrease. A turn none of whose words was heard, and which does not fit between those that were, stays
 * untimed: its words would otherwise all be given one moment. A new file that is timed no worse than the old keeps its times.
 */
export function carryTimes(
  old: readonly TimedTurn[],
  fresh: readonly ParsedTurn[],
  alignment: WordAlignment,
): ParsedTurn[] {
  const heard = flatten(old, alignment.oldWords)
  const times = flatten(fresh, alignment.first.length)
  const bounds = fresh.map((turn) => wordBounds(turn.text))
  const weights = new Float64Array(alignment.first.length)
  let at = 0
  for (const [index, turn] of fresh.entries()) {
    const own = bounds[index] ?? []
    for (let word = 0; word < own.length; word += 2)
      weights[at++] = weightOf(turn.text, own[word] ?? 0, own[word + 1] ?? 0)
  }
  takeHeard(times, heard, alignment, weights)
  neverBack(times)
  const ends = turnEndsOf(bounds)
  const over = heard.ends.reduce((most, end) => Math.max(most, end), 0)
  fillBetween(times, weights, ends, over)
  return fresh.map((turn, index) => timedTurn(turn, times, ends[index - 1] ?? 0, ends[index] ?? 0))
}

/** The word after each turn's last, counted over all turns. */
function turnEndsOf(bounds: readonly (readonly number[])[]): number[] {
  let words = 0
  return bounds.map((own) => {
    words += own.length / 2
    return words
  })
}

function flatten(turns: readonly TimedTurn[], words: number): Times {
  const times = {
    starts: new Int32Array(words).fill(-1),
    ends: new Int32Array(words).fill(-1),
    estimated: new Uint8Array(words).fill(1),
  }
  let at = 0
  for (const { text, wordStarts, wordEnds, wordEstimated } of turns) {
    if (wordStarts.length > 0) {
      times.starts.set(wordStarts, at)
      times.ends.set(wordEnds, at)
      for (const [word, guess] of wordEstimated.entries()) times.estimated[at + word] = guess ? 1 : 0
    }
    at += wordStarts.length > 0 ? wordStarts.length : wordBounds(text).length / 2
  }
  return times
}

/** Of two files that both have times, the one that measured more of its words is believed. */
function takeHeard(
  times: Times,
  heard: Times,
  { first, last, how }: WordAlignment,
  weights: Float64Array,
): void {
  const { starts, ends, estimated } = times
  if (timedShare(times) > 0 && timedShare(times) >= timedShare(heard)) return
  starts.fill(-1)
  ends.fill(-1)
  estimated.fill(1)
  for (let word = 0; word < first.length; word++) {
    const from = first[word] ?? -1
    if (from < 0) continue
    const start = heard.starts[from] ?? -1
    const end = heard.ends[last[word] ?? from] ?? -1
    if (start < 0 || end < 0) continue
    let together = 1
    while (first[word + together] === from) together += 1
    if (together > 1) {
      // One old word was written as several: they share its time.
      const share = spreadWeights([...weights.subarray(word, word + together)], start, Math.max(start, end))
      for (let part = 0; part < together; part++) {
        starts[word + part] = share[part] ?? start
        ends[word + part] = share[part + 1] ?? end
      }
      word += together - 1
      continue
    }
    starts[word] = start
    ends[word] = Math.max(start, end)
    if (how[word] === SAME) estimated[word] = heard.estimated[from] ?? 1
  }
}

/** Share of the words that have a time, half for an estimated one. */
function timedShare({ starts, estimated }: Times): number {
  let [measured, guessed] = [0, 0]
  for (const [word, start] of starts.entries()) {
    if (start < 0) continue
    if (estimated[word] === 1) guessed += 1
    else measured += 1
  }
  return (measured + guessed / 2) / Math.max(1, starts.length)
}

/** People talk over each other, and old turns may overlap; in the new order no word begins before the one before it. */
function neverBack({ starts, ends, estimated }: Times): void {
  let reached = 0
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] ?? -1
    if (start < 0) continue
    if (start < reached) {
      starts[word] = reached
      ends[word] = Math.max(reached, ends[word] ?? 0)
      estimated[word] = 1
    }
    reached = Math.max(reached, start)
  }
}

/** Times for the words between those that have one, and a little way beyond the first and the last (see carryTimes). */
function fillBetween(times: Times, weights: Float64Array, turnEnds: readonly number[], over: number): void {
  const { starts, ends } = times
  const total = starts.length
  let turn = 0
  for (let from = 0; from < total; from++) {
    if ((starts[from] ?? -1) >= 0) continue
    let to = from
    while (to < total && (starts[to] ?? -1) < 0) to += 1
    const after = starts[to] ?? -1
    const lastStart = from === 0 ? -1 : (starts[from - 1] ?? -1)
    if (lastStart < 0 && after < 0) return
    const begin = Math.max(lastStart, Math.min(ends[from - 1] ?? -1, after < 0 ? over : after))
    while ((turnEnds[turn] ?? total) <= from) turn += 1
    const words = fits(to - from, begin, after) ? range(from, to) : atTheEdges(from, to, turnEnds, turn)
    const pace = words.length * PACE_MS
    const startMs = begin >= 0 ? begin : Math.max(0, after - pace)
    const endMs = after >= 0 ? after : over > begin ? Math.min(begin + pace, over) : begin + pace
    const shares = spreadWeights(
      words.map((word) => weights[word] ?? 1),
      startMs,
      endMs,
    )
    for (const [index, word] of words.entries()) {
      starts[word] = shares[index] ?? startMs
      ends[word] = shares[index + 1] ?? startMs
    }
    from = to
  }
}

function fits(words: number, begin: number, after: number): boolean {
  if (words <= FARTHEST_WORDS) return true
  return begin >= 0 && after >= 0 && after - begin >= words * FASTEST_MS
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** Words of a run that belong to turns reaching out of it: those turns have a time already and need it for every word. */
function atTheEdges(from: number, to: number, turnEnds: readonly number[], turn: number): number[] {
  const words: number[] = []
  for (let index = turn; (turnEnds[index - 1] ?? 0) < to; index++) {
    const [first, end] = [turnEnds[index - 1] ?? 0, turnEnds[index] ?? to]
    if (first >= from && end <= to) continue
    words.push(...range(Math.max(first, from), Math.min(end, to)))
  }
  return words
}

function timedTurn(
  turn: ParsedTurn,
  { starts, ends, estimated }: Times,
  from: number,
  to: number,
): ParsedTurn {
  const untimed = starts.subarray(from, to).includes(-1)
  const wordStarts = untimed ? [] : [...starts.subarray(from, to)]
  const wordEnds = untimed ? [] : [...ends.subarray(from, to)]
  return {
    ...turn,
    startMs: wordStarts[0] ?? null,
    endMs: untimed ? null : wordEnds.reduce((most, end) => Math.max(most, end), 0),
    wordStarts,
    wordEnds,
    wordEstimated: untimed ? [] : Array.from(estimated.subarray(from, to), (guess) => guess === 1),
  }
}
