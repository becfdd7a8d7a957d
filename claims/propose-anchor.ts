import { type AnchorTurn, deriveAnchor, LONGEST_CLAIM_WORDS } from '@/claims/anchor'
import type { WordSelection } from '@/claims/schema'
import { spelled } from '@/transcripts/correct/change-words'
import type { Proposal } from '@/transcripts/correction-schema'

/**
 * Where the words of a claim that waits may be meant now. A proposal is for a person to look at beside the old quote; it
 * is never applied alone, and nothing that is not much like the quote is proposed at all.
 *
 * The score, 0 to 1: 0.7 for the quote (1 less the share of words that differ; another spelling of a word counts a third),
 * 0.2 for the words right around it, 0.1 for nearness to where the claim stood, halved at 200 words.
 */

const WEIGHTS = { quote: 0.7, around: 0.2, near: 0.1 }
/** Less of the quote than this is another sentence. */
const LEAST_QUOTE = 0.5
const LEAST_SCORE = 0.5
const MOST_PROPOSALS = 3
const HALVED_AT_WORDS = 200
/** Words around a quote that are compared, on each side. */
const AROUND = 6
/** Places where the quote may stand that are looked at word by word. */
const MOST_CANDIDATES = 24
/** Words that stand more often than this say nothing about a place, unless a quote has no others. */
const COMMON = 200

export type Waiting = WordSelection & { quote: string; prefix: string; suffix: string }

/** A transcript as proposals search it; made once for all claims that wait. */
export class ProposalFinder {
  readonly #words: string[] = []
  readonly #folded: string[] = []
  readonly #turnOf: number[] = []
  readonly #offsets = new Map<string, number>()
  readonly #places = new Map<string, number[]>()

  /** @param turns all of them, in order. */
  constructor(readonly turns: readonly AnchorTurn[]) {
    for (const [index, turn] of turns.entries()) {
      this.#offsets.set(turn.id, this.#words.length)
      for (const word of spelled(turn.text)) {
        const folded = fold(word)
        const places = this.#places.get(folded)
        if (places) places.push(this.#words.length)
        else this.#places.set(folded, [this.#words.length])
        this.#words.push(word)
        this.#folded.push(folded)
        this.#turnOf.push(index)
      }
    }
  }

  /** The best places, best first, none over another. */
  propose(claim: Waiting): Proposal[] {
    const quote = spelled(claim.quote).slice(0, LONGEST_CLAIM_WORDS)
    const home = (this.#offsets.get(claim.firstTurnId) ?? 0) + claim.firstWord
    const found = this.#candidates(quote, home)
      .flatMap((start) => this.#scored(quote, claim, home, start) ?? [])
      .sort((a, b) => b.score - a.score || Math.abs(a.first - home) - Math.abs(b.first - home))
    const best: Span[] = []
    for (const span of found)
      if (
        best.length < MOST_PROPOSALS &&
        !best.some((one) => span.first <= one.last && one.first <= span.last)
      )
        best.push(span)
    return best.map((span) => this.#proposal(span))
  }

  /** Where quotes may begin: each word of the quote votes for the starts that it would fit, and home has a vote. */
  #candidates(quote: readonly string[], home: number): number[] {
    const votes = new Map<number, number>([[home, 1]])
    const rare = quote.filter((word) => (this.#places.get(fold(word))?.length ?? 0) <= COMMON)
    for (const [index, word] of quote.entries()) {
      const places = this.#places.get(fold(word)) ?? []
      if (places.length > COMMON && rare.length > 0) continue
      for (const place of places.length > COMMON ? nearest(places, home + index) : places)
        votes.set(place - index, (votes.get(place - index) ?? 0) + 1)
    }
    return [...votes]
      .sort(([one, a], [other, b]) => b - a || Math.abs(one - home) - Math.abs(other - home))
      .slice(0, MOST_CANDIDATES)
      .map(([start]) => start)
  }

  /** The stretch around a start that is most like the quote; null where none is like it. */
  #scored(quote: readonly string[], claim: Waiting, home: number, start: number): Span | null {
    const slack = Math.min(8, 2 + (quote.length >> 2))
    const from = Math.max(0, start - slack)
    const to = Math.min(this.#words.length, start + quote.length + slack)
    if (to <= from) return null
    const { cost, first, last } = closest(quote, this.#words.slice(from, to), this.#folded.slice(from, to))
    if (last < first) return null
    const like = 1 - cost / Math.max(quote.length, last - first + 1)
    if (like < LEAST_QUOTE) return null
    const span = { first: from + first, last: from + last }
    const around = this.#around(claim, span.first, span.last)
    const near = 1 / (1 + Math.abs(span.first - home) / HALVED_AT_WORDS)
    const score = WEIGHTS.quote * like + WEIGHTS.around * around + WEIGHTS.near * near
    return score < LEAST_SCORE ? null : { ...span, score }
  }

  /** Share of the words right before and after the old quote that stand there too. */
  #around(claim: Waiting, first: number, last: number): number {
    const before = spelled(claim.prefix).slice(-AROUND).reverse()
    const after = spelled(claim.suffix).slice(0, AROUND)
    const same = (words: readonly string[], at: (index: number) => number) =>
      words.filter((word, index) => this.#folded[at(index)] === fold(word)).length
    const total = before.length + after.length
    if (total === 0) return 1
    return (same(before, (index) => first - 1 - index) + same(after, (index) => last + 1 + index)) / total
  }

  #proposal({ first, last, score }: Span): Proposal {
    const [firstTurn, lastTurn] = [this.#turnOf[first] ?? 0, this.#turnOf[last] ?? 0]
    const [from, to] = [this.turns[firstTurn], this.turns[lastTurn]]
    if (!from || !to) throw new Error('A proposal lies outside the transcript.')
    const selection = {
      firstTurnId: from.id,
      firstWord: first - (this.#offsets.get(from.id) ?? 0),
      lastTurnId: to.id,
      lastWord: last - (this.#offsets.get(to.id) ?? 0),
    }
    const anchor = deriveAnchor(this.turns.slice(Math.max(0, firstTurn - 1), lastTurn + 2), selection)
    const { quote, prefix, suffix, startMs } = anchor
    return { selection, quote, prefix, suffix, startMs, score: Math.round(score * 100) / 100 }
  }
}

type Span = { first: number; last: number; score: number }

/** A word as two spellings of it share it: no case, no punctuation around it. A word of punctuation alone stays. */
function fold(word: string): string {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return bare === '' ? word : bare
}

/** As many places as may be common, those nearest to home. */
function nearest(places: readonly number[], home: number): number[] {
  const after = places.findIndex((place) => place >= home)
  const middle = after < 0 ? places.length : after
  return places.slice(Math.max(0, middle - COMMON / 2), middle + COMMON / 2)
}

const OTHER_SPELLING = 1 / 3

/**
 * The stretch of words with the least edits from the quote (Sellers 1980: an edit distance that may begin and end
 * anywhere in the text).
 * @returns its cost and its first and last word; `last` is before `first` where leaving everything out is cheapest.
 */
function closest(
  quote: readonly string[],
  words: readonly string[],
  folded: readonly string[],
): { cost: number; first: number; last: number } {
  const wanted = quote.map(fold)
  // Of each cell the cost, and where in the text its stretch began.
  let costs = new Float64Array(words.length + 1)
  let begins = Int32Array.from({ length: words.length + 1 }, (_, at) => at)
  for (const [index, word] of quote.entries()) {
    const nextCosts = new Float64Array(words.length + 1)
    const nextBegins = new Int32Array(words.length + 1)
    nextCosts[0] = index + 1
    for (let at = 1; at <= words.length; at++) {
      const swap = words[at - 1] === word ? 0 : folded[at - 1] === wanted[index] ? OTHER_SPELLING : 1
      const [across, left, up] = [
        (costs[at - 1] ?? 0) + swap,
        (costs[at] ?? 0) + 1,
        (nextCosts[at - 1] ?? 0) + 1,
      ]
      const least = Math.min(across, left, up)
      nextCosts[at] = least
      nextBegins[at] =
        (least === across ? begins[at - 1] : least === left ? begins[at] : nextBegins[at - 1]) ?? 0
    }
    costs = nextCosts
    begins = nextBegins
  }
  let end = 0
  for (let at = 1; at <= words.length; at++) if ((costs[at] ?? 0) < (costs[end] ?? 0)) end = at
  return { cost: costs[end] ?? quote.length, first: begins[end] ?? 0, last: end - 1 }
}
