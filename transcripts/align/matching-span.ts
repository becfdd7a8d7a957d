import type { WordAlignment } from './align-words'

/** Words of the new transcript, counted over all paragraphs, both ends included. */
export type Span = { first: number; last: number }

/** So many tokens on either side are looked at, and so large a share of them with the span must be the same. */
const AROUND = 8
const SHARE = 2 / 3

/** The tokens `[from, to)` of words `first` to `last`. */
function tokensOfWords(wordOf: Int32Array, first: number, last: number): [number, number] {
  return [firstAt(wordOf, first), firstAt(wordOf, last + 1)]
}

/** The first token that belongs to this word or a later one. */
function firstAt(wordOf: Int32Array, word: number): number {
  let [low, high] = [0, wordOf.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((wordOf[middle] ?? 0) < word) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where words `first` to `last` of the old transcript stand in the new one, word for word but for capitals, punctuation and
 * spelling: every token is the same, none is missing, none came in between, both ends are ends of words, and the words around
 * are the same for the most part, so that a phrase which is common is not taken for another of its kind. Null where any of this
 * fails; then a person decides.
 */
export function matchingSpan(alignment: WordAlignment, first: number, last: number): Span | null {
  const { old, new: fresh, sameToken } = alignment
  const [from, to] = tokensOfWords(old.wordOf, first, last)
  const start = sameToken[from] ?? -1
  if (from >= to || start < 0) return null
  for (let token = from; token < to; token++) if (sameToken[token] !== start + token - from) return null
  const end = start + to - from
  const span = { first: fresh.wordOf[start] ?? 0, last: fresh.wordOf[end - 1] ?? 0 }
  if (fresh.wordOf[start - 1] === span.first || fresh.wordOf[end] === span.last) return null
  return isAmongItsOwn(alignment, from, to, start) ? span : null
}

function isAmongItsOwn({ sameToken }: WordAlignment, from: number, to: number, start: number): boolean {
  const begin = Math.max(0, from - AROUND)
  const end = Math.min(sameToken.length, to + AROUND)
  let same = 0
  for (let token = begin; token < end; token++) {
    const other = sameToken[token] ?? -1
    if (other >= 0 && Math.abs(other - start - (token - from)) <= AROUND) same += 1
  }
  return same >= (end - begin) * SHARE
}

/**
 * Where a person should look for words that have no exact match: from the counterpart of the first word that has one to that of
 * the last, else the place between their neighbours. Null only where the new transcript has no words.
 */
export function nearestSpan(alignment: WordAlignment, first: number, last: number): Span | null {
  const { first: oldFirst, last: oldLast } = alignment
  const words = oldFirst.length
  if (words === 0) return null
  let [from, to] = [-1, -1]
  let before = -1
  for (let word = 0; word < words; word++) {
    const begins = oldFirst[word] ?? -1
    if (begins < 0) continue
    if (begins > last) break
    if ((oldLast[word] ?? -1) >= first) {
      if (from < 0) from = word
      to = word
    } else before = word
  }
  if (from >= 0) return { first: from, last: to }
  const near = Math.min(words - 1, before + 1)
  return { first: near, last: near }
}
