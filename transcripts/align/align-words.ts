import { ALIKE, alignTokens, NOT, SAME, type Steps } from './align-tokens'
import { Lexicon, type Tokens, tokensOf } from './tokens'

export { ALIKE, NOT, SAME }

/**
 * Which word of an old transcript each word of a new one is. Words are counted over all paragraphs, as `wordsOf` cuts them.
 */
export type WordAlignment = {
  /** One entry a new word: the old word where it begins, -1 where it has no counterpart. Never decreasing where known. */
  first: Int32Array
  /** The old word where it ends: another than `first` where two words were written as one. */
  last: Int32Array
  /** One entry a new word: SAME, ALIKE (misheard, or only part of it is the same) or NOT. */
  how: Uint8Array
  oldWords: number
  steps: Steps
  /** For questions about spans (matching-span.ts): the tokens, and the new token that is the same as each old one, or -1. */
  old: Tokens
  new: Tokens
  sameToken: Int32Array
  spellings: readonly string[]
}

/** Aligns the words of two transcripts given as paragraphs in order. See align-tokens.ts for its cost. */
export function alignWords(oldTexts: Iterable<string>, newTexts: Iterable<string>): WordAlignment {
  const lexicon = new Lexicon()
  const old = tokensOf(oldTexts, lexicon)
  const fresh = tokensOf(newTexts, lexicon)
  const pairing = alignTokens(old.ids, fresh.ids, lexicon.spellings)
  const first = new Int32Array(fresh.wordCount).fill(-1)
  const last = new Int32Array(fresh.wordCount).fill(-1)
  const how = new Uint8Array(fresh.wordCount)
  const sameToken = new Int32Array(old.ids.length).fill(-1)
  let before = -1
  for (const [token, word] of fresh.wordOf.entries()) {
    const kind = pairing.how[token] ?? NOT
    // The first token of a word says how the word is paired; every further one can only make it less.
    const begins = word !== before
    before = word
    if (begins) how[word] = kind
    else if (how[word] !== kind) how[word] = ALIKE
    if (kind === NOT) continue
    const [from, to] = [pairing.first[token] ?? 0, pairing.last[token] ?? 0]
    if (kind === SAME) sameToken[from] = token
    if ((first[word] ?? -1) < 0) first[word] = old.wordOf[from] ?? -1
    last[word] = old.wordOf[to] ?? -1
  }
  return {
    first,
    last,
    how,
    oldWords: old.wordCount,
    steps: pairing.steps,
    old,
    new: fresh,
    sameToken,
    spellings: lexicon.spellings,
  }
}
