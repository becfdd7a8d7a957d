/**
 * Anchors of an alignment: runs of tokens that occur once in either text are almost surely the same moment. The idea is
 * Bram Cohen's patience diff (2008, https://bramcohen.livejournal.com/73318.html), which takes unique lines; here runs of
 * several tokens, long ones first, because single words are seldom unique in speech. Runs are numbered by pairing (a run of
 * four is a pair of runs of two), so that equal numbers mean equal runs without comparing or hashing their words.
 */

/** Lengths of runs, longest first; each is a pair of the next shorter. */
export const RUN_LENGTHS = [16, 8, 4, 2, 1] as const
export type RunLength = (typeof RUN_LENGTHS)[number]

/** For each length, the number of the run that begins at each token; shorter arrays for longer runs. */
export type Runs = Record<RunLength, Int32Array>

/** Numbers the runs of both texts together. Linear in their length. */
export function numberRuns(a: Int32Array, b: Int32Array): { a: Runs; b: Runs } {
  const runsOfA: Runs = { 1: a, 2: a, 4: a, 8: a, 16: a }
  const runsOfB: Runs = { 1: b, 2: b, 4: b, 8: b, 16: b }
  for (const [half, whole] of [
    [1, 2],
    [2, 4],
    [4, 8],
    [8, 16],
  ] as const) {
    const numbers = new PairNumbers(a.length + b.length)
    runsOfA[whole] = numbers.pairUp(runsOfA[half], half)
    runsOfB[whole] = numbers.pairUp(runsOfB[half], half)
  }
  return { a: runsOfA, b: runsOfB }
}

/** Numbers for pairs of numbers: an open-addressed table, several times as quick here as a Map with keys beyond 31 bits. */
class PairNumbers {
  readonly #slots: Int32Array
  readonly #lefts: Int32Array
  readonly #rights: Int32Array
  #count = 0

  constructor(most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 1)))
    this.#lefts = new Int32Array(most)
    this.#rights = new Int32Array(most)
  }

  pairUp(runs: Int32Array, distance: number): Int32Array {
    const pairs = new Int32Array(Math.max(0, runs.length - distance))
    for (let at = 0; at < pairs.length; at++)
      pairs[at] = this.#numberOf(runs[at] ?? 0, runs[at + distance] ?? 0)
    return pairs
  }

  #numberOf(left: number, right: number): number {
    const mask = this.#slots.length - 1
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77)
    hash ^= hash >>> 15
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      // A slot holds a number plus one, so that nothing is nought.
      const number = (this.#slots[slot] ?? 0) - 1
      if (number < 0) {
        this.#slots[slot] = this.#count + 1
        this.#lefts[this.#count] = left
        this.#rights[this.#count] = right
        return this.#count++
      }
      if (this.#lefts[number] === left && this.#rights[number] === right) return number
    }
  }
}

/** A rectangle of the comparison: tokens `[a0, a1)` of the one text beside `[b0, b1)` of the other. */
export type Gap = { a0: number; a1: number; b0: number; b1: number }

type Place = { a: number; b: number }

/** Finds the runs that are unique in a gap. What it notes of a run is valid for one gap, so nothing is cleared in between. */
export class UniqueRuns {
  #gap = 0
  readonly #gapOf: Int32Array
  readonly #inA: Int32Array
  readonly #inB: Int32Array

  /** @param most more than any number of a run: the tokens of both texts and their spellings. */
  constructor(most: number) {
    this.#gapOf = new Int32Array(most)
    this.#inA = new Int32Array(most)
    this.#inB = new Int32Array(most)
  }

  /**
   * The runs of one length that occur exactly once on either side of a gap, as places in `a` and in `b`, the longest
   * series of them that is in the same order on both sides. O(n log n) in the gap's tokens.
   */
  find(a: Int32Array, b: Int32Array, gap: Gap, length: RunLength): Place[] {
    this.#gap += 1
    for (let at = gap.a0; at + length <= gap.a1; at++) {
      const run = a[at] ?? 0
      const seen = this.#gapOf[run] === this.#gap
      this.#gapOf[run] = this.#gap
      this.#inA[run] = seen ? TWICE : at
      this.#inB[run] = NEVER
    }
    for (let at = gap.b0; at + length <= gap.b1; at++) {
      const run = b[at] ?? 0
      if (this.#gapOf[run] === this.#gap) this.#inB[run] = this.#inB[run] === NEVER ? at : TWICE
    }
    const unique: Place[] = []
    for (let at = gap.b0; at + length <= gap.b1; at++) {
      const run = b[at] ?? 0
      if (this.#gapOf[run] !== this.#gap || this.#inB[run] !== at) continue
      const place = this.#inA[run] ?? TWICE
      if (place !== TWICE) unique.push({ a: place, b: at })
    }
    return longestRising(unique)
  }
}

const NEVER = -1
const TWICE = -2

/**
 * The longest series rising in `a`, of pairs that rise in `b` already: patience sorting (Fredman 1975, "On computing the
 * length of longest increasing subsequences").
 */
function longestRising(pairs: readonly Place[]): Place[] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [index, pair] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.a ?? 0) < pair.a) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = index
  }
  const series: Place[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) series.push(pair)
  }
  return series.reverse()
}
