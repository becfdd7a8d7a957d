/**
 * What a word is, decided once. Everything that counts, times, anchors or highlights words asks this file,
 * in the browser as on the server, so a word index means the same everywhere.
 *
 * A word is a run of non-space characters. Scripts written without spaces (Han, Hiragana, Katakana, Thai, Lao,
 * Khmer, Burmese) have no such runs, so there each base character with its marks and the punctuation that follows is a word:
 * coarse enough to be stable between runtimes (Intl.Segmenter's dictionaries differ by ICU version, and a
 * stored word index must not), fine enough to carry a time.
 */

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc'

const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')

const WORD = new RegExp(`(?:[${UNSPACED}]\\p{M}*[^\\s\\p{L}\\p{N}]*)|(?:[^\\s${UNSPACED}]+)`, 'gu')

/** Half-open character range `[start, end)` of one word in its turn's text, in UTF-16 code units. */
export type WordSpan = { start: number; end: number }

/** The words of a turn's text, in order, as character ranges. Linear in the length of the text. */
export function wordsOf(text: string): WordSpan[] {
  const bounds = wordBounds(text)
  const spans: WordSpan[] = []
  for (let at = 0; at < bounds.length; at += 2)
    spans.push({ start: bounds[at] ?? 0, end: bounds[at + 1] ?? 0 })
  return spans
}

/** Below this code no script is written without spaces: Thai is the first. */
const FIRST_UNSPACED = 0x0e00

/**
 * The same as one flat list, start and end in turn: for whole transcripts, where an object a word would be felt. Given a
 * list, it is added to.
 */
export function wordBounds(text: string, bounds: number[] = []): number[] {
  const first = bounds.length
  let start = -1
  let spaced = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0xa0) {
      if (start < 0) start = at
      continue
    }
    if (!spaced && code >= FIRST_UNSPACED) {
      if (HAS_UNSPACED.test(text)) return unspacedBounds(text, bounds, first)
      spaced = true
    }
    if (
      code > 0xa0
        ? code >= 0x1680 && /\s/.test(text.charAt(at))
        : code <= 0x20
          ? isAsciiSpace(code)
          : code === 0xa0
    ) {
      if (start >= 0) bounds.push(start, at)
      start = -1
    } else if (start < 0) start = at
  }
  if (start >= 0) bounds.push(start, text.length)
  return bounds
}

function unspacedBounds(text: string, bounds: number[], first: number): number[] {
  bounds.length = first
  for (const match of text.matchAll(WORD)) bounds.push(match.index, match.index + match[0].length)
  return bounds
}

function isAsciiSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13)
}

/** Number of words in a text. */
export function countWords(text: string): number {
  return wordBounds(text).length / 2
}

/** Index of the word at a character offset: the word that holds it, else the next one, else the last. -1 if there are none. */
export function wordAt(spans: readonly WordSpan[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span && span.end <= offset) low = middle + 1
    else high = middle
  }
  return Math.min(low, spans.length - 1)
}

/**
 * A turn's text as it is stored: every run of white space one space, none at the ends, no control characters, no half
 * surrogates (PostgreSQL stores no such text, and a quote must stay what was stored). Idempotent.
 */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\s\u0085])\p{Cc}/gu, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()
}
