import type { TimedWord } from './format'

/** A word as a recogniser lists it; times it did not find are null. */
export type ListedWord = { text: string; startMs: number | null; endMs: number | null }

/**
 * Fits a recogniser's word list to the words of its text, which may be cut otherwise (`all` `-female` for
 * `all-female`). Returns one entry per space-separated word of `text`, or undefined where list and text differ:
 * then the times are not this text's and must not be used. Some list words without the marks that the text has beside
 * them (`there` for `there.`): letters and digits must agree, marks need not. Missing times come from the neighbours,
 * marked estimated.
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
    const bare = lettersOf(token)
    while (gathered !== token && next < listed.length) {
      const word = listed[next]
      if (!word) break
      const part = word.text.replace(/\s+/g, '')
      // What would go beyond the token belongs to the next one; what has no letters is taken where it fits.
      if (gathered !== '' && lettersOf(gathered) === bare && !token.startsWith(gathered + part)) break
      next += 1
      gathered += part
      start ??= word.startMs
      end = word.endMs ?? end
      if (gathered.length > 2 * token.length + 20) break
    }
    if (gathered !== token && lettersOf(gathered) !== bare) return undefined
    if (bare === '' && gathered !== token && gathered !== '') return undefined
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

function lettersOf(text: string): string {
  return /^[A-Za-z0-9]*$/.test(text) ? text : text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
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
