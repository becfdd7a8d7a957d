import type { TimedWord } from './format'

/** A word as a recogniser lists it; times it did not find are null. */
export type ListedWord = { text: string; startMs: number | null; endMs: number | null }

/**
 * Fits a recogniser's word list to the words of its text, which may be cut otherwise (`all` `-female` for
 * `all-female`). Returns one entry per space-separated word of `text`, or undefined where list and text differ:
 * then the times are not this text's and must not be used. Missing times come from the neighbours, marked estimated.
 */
export function alignWords(
  text: string,
  listed: readonly ListedWord[],
  startMs: number,
  endMs: number,
): TimedWord[] | undefined {
  const tokens = text === '' ? [] : text.split(' ')
  const words: TimedWord[] = []
  let next = 0
  let reached = startMs
  for (const token of tokens) {
    let gathered = ''
    let start: number | null = null
    let end: number | null = null
    while (gathered.length < token.length && next < listed.length) {
      const word = listed[next]
      next += 1
      if (!word) break
      gathered += word.text.replace(/\s+/g, '')
      start ??= word.startMs
      end = word.endMs ?? end
    }
    if (gathered !== token) return undefined
    const from: number = start ?? reached
    const until = end ?? nextStart(listed, next) ?? Math.max(from, endMs)
    words.push(
      start === null || end === null
        ? { text: token, startMs: from, endMs: Math.max(from, until), estimated: true }
        : { text: token, startMs: from, endMs: Math.max(from, until) },
    )
    reached = Math.max(from, until)
  }
  const left = listed.slice(next).some((word) => word.text.trim() !== '')
  return left || words.length === 0 ? undefined : words
}

function nextStart(listed: readonly ListedWord[], from: number): number | null {
  return listed[from]?.startMs ?? null
}

/** The text that a word list spells, words put together with spaces where the list itself has none. */
export function textOfWords(listed: readonly ListedWord[]): string {
  const spaced = listed.some((word, index) => index > 0 && /^\s/.test(word.text))
  return listed
    .map((word) => word.text)
    .join(spaced ? '' : ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
