/** Spoken words are seldom slower than this: what is left of a long caption is silence, not a stretched word. */
const SLOWEST_MS_PER_WORD = 1000
const SHORTEST_SPREAD_MS = 2500

/**
 * Spreads words over an interval by their length; one sign more for the space, a few for the pause after a sentence.
 * Returns one boundary more than words: word `i` lasts from `[i]` to `[i + 1]`. Whole milliseconds, never decreasing.
 */
export function spreadWords(words: readonly string[], startMs: number, endMs: number): number[] {
  return spreadWeights(
    words.map((word) => weightOf(word, 0, word.length)),
    startMs,
    endMs,
  )
}

/** The same for words of known weights (see `weightOf`). */
export function spreadWeights(weights: readonly number[], startMs: number, endMs: number): number[] {
  const duration = longestSpread(weights.length, startMs, endMs)
  let total = 0
  for (const weight of weights) total += weight
  let reached = 0
  const bounds = [Math.round(startMs)]
  for (const weight of weights) {
    reached += weight
    bounds.push(Math.round(startMs + (duration * reached) / total))
  }
  return bounds
}

/** For how long of an interval so many words are spread, in milliseconds. */
export function longestSpread(words: number, startMs: number, endMs: number): number {
  const longest = Math.max(SHORTEST_SPREAD_MS, words * SLOWEST_MS_PER_WORD)
  return Math.max(0, Math.min(endMs - startMs, longest))
}

/** What a word `[start, end)` of a text weighs when time is shared out: its length, a space, the pause after a sentence. */
export function weightOf(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1)
  const ends = isStop(last) || (isCloser(last) && end - start > 1 && isStop(text.charCodeAt(end - 2)))
  return end - start + (ends ? 4 : 1)
}

function isStop(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f ||
    (code > 0x7f && '…。！？'.includes(String.fromCharCode(code)))
  )
}

function isCloser(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x29 || code === 0x201d || code === 0x2019
}

/** How long a word of this length lasts at most, where a file times only its start. */
export function longestWordMs(word: string): number {
  return 250 + 60 * Math.min(word.length, 20)
}
