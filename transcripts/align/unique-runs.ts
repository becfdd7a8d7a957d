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
    const numbers = new Map<number, number>()
    runsOfA[whole] = pairUp(runsOfA[half], half, numbers)
    runsOfB[whole] = pairUp(runsOfB[half], half, numbers)
  }
  return { a: runsOfA, b: runsOfB }
}

/** More than any number of runs; a pair fits a double exactly. */
const MOST_RUNS = 2 ** 26

function pairUp(runs: Int32Array, distance: number, numbers: Map<number, number>): Int32Array {
  const pairs = new Int32Array(Math.max(0, runs.length - distance))
  for (let at = 0; at < pairs.length; at++) {
    const key = (runs[at] ?? 0) * MOST_RUNS + (runs[at + distance] ?? 0)
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size
      numbers.set(key, number)
    }
    pairs[at] = number
  }
  return pairs
}

/** A rectangle of the comparison: tokens `[a0, a1)` of the one text beside `[b0, b1)` of the other. */
export type Gap = { a0: number; a1: number; b0: number; b1: number }

/**
 * The runs of one length that occur exactly once on either side of a gap, as places in `a` and in `b`, the longest series
 * of them that is in the same order on both sides. O(n log n) in the gap's tokens.
 */
export function uniqueRuns(
  a: Int32Array,
  b: Int32Array,
  gap: Gap,
  length: RunLength,
): { a: number; b: number }[] {
  const places = new Map<number, number>()
  const twice = -1
  for (let at = gap.a0; at + length <= gap.a1; at++) {
    const run = a[at] ?? 0
    places.set(run, places.has(run) ? twice : at)
  }
  const found = new Map<number, { a: number; b: number } | null>()
  for (let at = gap.b0; at + length <= gap.b1; at++) {
    const run = b[at] ?? 0
    const place = places.get(run)
    if (place === undefined || place === twice) continue
    found.set(run, found.has(run) ? null : { a: place, b: at })
  }
  const unique: { a: number; b: number }[] = []
  for (const pair of found.values()) if (pair) unique.push(pair)
  return longestRising(unique)
}

/**
 * The longest series rising in `a`, of pairs that rise in `b` already: patience sorting (Fredman 1975, "On computing the
 * length of longest increasing subsequences").
 */
function longestRising(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
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
  const series: { a: number; b: number }[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) series.push(pair)
  }
  return series.reverse()
}
