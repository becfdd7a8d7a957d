import { wordBounds } from '@/transcripts/words'

/**
 * Words as alignment compares them: what was said, without how it was written. Case, punctuation, apostrophes, accents and
 * width do not count; `well-known` is compared as `well` and `known`, `twelve` as `12`, `%` as `percent`. A word
 * that is only punctuation has no token, a word with a hyphen has several.
 */

/** Numbers for spellings, shared by the two texts that are compared. */
export class Lexicon {
  readonly #ids = new Map<string, number>()
  readonly #words = new Map<string, readonly number[]>()
  readonly spellings: string[] = []

  /** The tokens of one word. */
  tokensOf(word: string): readonly number[] {
    const known = this.#words.get(word)
    if (known) return known
    const tokens = spellingsOf(word).map((spelling) => this.#idOf(spelling))
    this.#words.set(word, tokens)
    return tokens
  }

  #idOf(spelling: string): number {
    const known = this.#ids.get(spelling)
    if (known !== undefined) return known
    const id = this.spellings.push(spelling) - 1
    this.#ids.set(spelling, id)
    return id
  }
}

/** The tokens of a text in order; `wordOf[i]` is the word (counted over all paragraphs) that token `i` is part of. */
export type Tokens = {
  ids: Int32Array
  wordOf: Int32Array
  wordCount: number
}

/** The tokens of a transcript's paragraphs. Linear in their length. */
export function tokensOf(paragraphs: Iterable<string>, lexicon: Lexicon): Tokens {
  const ids: number[] = []
  const wordOf: number[] = []
  let wordCount = 0
  for (const text of paragraphs) {
    const bounds = wordBounds(text)
    for (let at = 0; at < bounds.length; at += 2) {
      for (const token of lexicon.tokensOf(text.slice(bounds[at], bounds[at + 1]))) {
        ids.push(token)
        wordOf.push(wordCount)
      }
      wordCount += 1
    }
  }
  return { ids: Int32Array.from(ids), wordOf: Int32Array.from(wordOf), wordCount }
}

// Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and tatweel.
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640'’‘ʼ`´]/gu

const NUMBERS = new Map(
  [
    ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
      ' ',
    ),
    ...'seventeen eighteen nineteen twenty'.split(' '),
  ].map((word, number): [string, string] => [word, String(number)]),
)
for (const [index, tens] of 'thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  NUMBERS.set(tens, String(30 + index * 10))

/** How a word is spelled for comparison, in one or more parts; none for a word without a letter or digit. */
export function spellingsOf(word: string): string[] {
  const plain = word
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/%/g, ' percent ')
    .replace(/&/g, ' and ')
    .replace(/^[^\p{L}\p{N}]*[-−–](?=\d)/u, 'minus ')
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((part) => NUMBERS.get(part) ?? part)
}
