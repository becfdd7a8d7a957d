/** Start and end of each word of a turn, integer milliseconds, by turn id; empty arrays where a turn is untimed. */
export type WordTimes = Record<string, { starts: ArrayLike<number>; ends: ArrayLike<number> }>

/** A word stays marked for so many ms after it was said: shorter silences would flicker. */
export const LINGER = 400

/** The word being said: last one that has begun, unless it ended more than `linger` ms ago. -1 where there is none. */
export function wordSpokenAt(
  times: { starts: ArrayLike<number>; ends: ArrayLike<number> } | undefined,
  ms: number,
  linger = LINGER,
): number {
  if (!times) return -1
  const word = lastStarted(times.starts, ms)
  const end = times.ends[word]
  return end !== undefined && ms <= end + linger ? word : -1
}

/** Index of the last entry that is at or before `ms` in an ascending list; -1 where all lie after. */
export function lastStarted(starts: ArrayLike<number>, ms: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}
