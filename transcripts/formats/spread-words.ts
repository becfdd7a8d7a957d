/** Spoken words are seldom slower than this: what is left of a long caption is silence, not a stretched word. */
const SLOWEST_MS_PER_WORD = 1000
const SHORTEST_SPREAD_MS = 2500

/**
 * Spreads words over an interval by their length; one sign more for the space, a few for the pause after a sentence.
 * Returns one boundary more than words: word `i` lasts from `[i]` to `[i + 1]`. Whole milliseconds, never decreasing.
 */
export function spreadWords(words: readonly string[], startMs: number, endMs: number): number[] {
  const longest = Math.max(SHORTEST_SPREAD_MS, words.length * SLOWEST_MS_PER_WORD)
  const duration = Math.max(0, Math.min(endMs - startMs, longest))
  let total = 0
  const reached = [0]
  for (const word of words) {
    total += word.length + 1 + (/[.!?…。！？]["'”’)]?$/.test(word) ? 3 : 0)
    reached.push(total)
  }
  return reached.map((weight) => Math.round(startMs + (total === 0 ? 0 : (duration * weight) / total)))
}

/** How long a word of this length lasts at most, where a file times only its start. */
export function longestWordMs(word: string): number {
  return 250 + 60 * Math.min(word.length, 20)
}
