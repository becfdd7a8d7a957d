/** Start and end of each word of a turn, integer milliseconds, by turn id; empty arrays where a turn is untimed. */
export type WordTimes = Record<string, { starts: number[]; ends: number[] }>

/** The word being said: last one that has begun, unless it ended more than `linger` ms ago. -1 where there is none. */
export function wordSpokenAt(
  times: { starts: readonly number[]; ends: readonly number[] } | undefined,
  ms: number,
  linger = 400,
): number {
  if (!times) return -1
  const word = lastStarted(times.starts, ms)
  const end = times.ends[word]
  return end !== undefined && ms <= end + linger ? word : -1
}

/** Index of the last entry that is at or before `ms` in an ascending list; -1 where all lie after. */
export function lastStarted(starts: readonly number[], ms: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}
