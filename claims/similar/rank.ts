import { type AskedWord, weightOf } from '@/claims/similar/question'

/** What the order is made of, for one claim that was fetched. */
export type Fetched = {
  claimId: string
  /** Of the root where it is a repeat: results that share a check are one result. */
  rootId: string
  samePerson: boolean
  /** Words of the question that the claim says. */
  matched: readonly string[]
  /** Number of the claim's own words. */
  ownWords: number
  /** How much the letters are alike, 0 to 1 (pg_trgm). */
  letters: number
  /** Slips of the pen that the claim spells almost so, 0 to 1 each. */
  nearly: ReadonlyMap<string, number>
  /** Days since it was said, or since it was flagged where that is not known. */
  days: number
}

/** What is shown at most, and what of that may be by the same person. */
const MOST = 8
const MOST_BY_PERSON = 5
/** Below both, a claim shares some words with the question and nothing else. */
const LEAST_WORDS = 0.34
const LEAST_LETTERS = 0.4
/** From here on, what was found is what was meant, and nobody need look for slips of the pen. */
const CLEAR = 0.6

/**
 * The best eight, by the same person first. The score is a blend: words by how rare they are (0.55), letters (0.35), and
 * how lately it was said (0.1; half of it after a year), so that of two that read alike the newer stands first.
 */
export function rankFetched<Row extends Fetched>(
  rows: readonly Row[],
  words: readonly AskedWord[],
): { samePerson: Row[]; others: Row[]; clear: boolean } {
  const scored = rows
    .map((row) => ({ row, words: wordsAlike(row, words) }))
    .filter(({ row, words: alike }) => alike >= LEAST_WORDS || row.letters >= LEAST_LETTERS)
    .map(({ row, words: alike }) => ({
      row,
      alike,
      score: 0.55 * alike + 0.35 * row.letters + 0.1 * lately(row.days),
    }))
    .sort((a, b) => b.score - a.score || (a.row.claimId < b.row.claimId ? -1 : 1))
  const seen = new Set<string>()
  const once = scored.filter(({ row }) => !seen.has(row.rootId) && seen.add(row.rootId)).map(({ row }) => row)
  const samePerson = once.filter((row) => row.samePerson).slice(0, MOST_BY_PERSON)
  const others = once.filter((row) => !row.samePerson).slice(0, MOST - samePerson.length)
  return { samePerson, others, clear: scored.some(({ alike }) => alike >= CLEAR) }
}

/** Share of the question's words that the claim says, rare ones counting more; 0 to 1. */
function wordsAlike(row: Fetched, words: readonly AskedWord[]): number {
  const matched = new Set(row.matched)
  let found = 0
  let all = 0
  for (const word of words) {
    const weight = weightOf(word)
    all += weight
    found += weight * (matched.has(word.word) ? 1 : (row.nearly.get(word.word) ?? 0))
  }
  const ofQuestion = all === 0 ? 0 : found / all
  // A long selection holds a short claim whole: then what counts is how much of the claim is in it.
  const ofClaim = matched.size >= 4 ? matched.size / Math.max(row.ownWords, matched.size) : 0
  return Math.max(ofQuestion, 0.9 * ofClaim)
}

function lately(days: number): number {
  return 1 / (1 + Math.max(0, days) / 365)
}
