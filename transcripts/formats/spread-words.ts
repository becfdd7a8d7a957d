/** Spoken words are seldom slower than this: what is left of a long caption is silence, not a stretched word. */
const SLOWEST_MS_PER_WORD = 1000
const SHORTEST_SPREAD_MS = 2500

const STOPS = [...'.!?…。！？']
const CLOSERS = [...'"\'”’)']

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
    total += word.length + 1 + (endsSentence(word) ? 3 : 0)
    reached.push(total)
  }
  return reached.map((weight) => Math.round(startMs + (total === 0 ? 0 : (duration * weight) / total)))
}

/** Looked up and not matched: an expression that must reach the end tries every sign before it, for every word. */
function endsSentence(word: string): boolean {
  const last = word.charAt(word.length - 1)
  return STOPS.includes(last) || (CLOSERS.includes(last) && STOPS.includes(word.charAt(word.length - 2)))
}

/** How long a word of this length lasts at most, where a file times only its start. */
export function longestWordMs(word: string): number {
  return 250 + 60 * Math.min(word.length, 20)
}
