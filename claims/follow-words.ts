import {
  type AnchoredQuote,
  type AnchorTurn,
  deriveAnchor,
  LONGEST_CLAIM_WORDS,
  quoteAt,
  type SpansOf,
} from '@/claims/anchor'
import type { WordSelection } from '@/claims/schema'
import { type Doc, type DocTurn, wordOffsets } from '@/transcripts/correct/document'
import { placeNow, type WordMap } from '@/transcripts/correct/word-map'
import { type WordSpan, wordsOf } from '@/transcripts/words'

/**
 * Claims follow their words through a change of the transcript, by the map of the change and never by searching: a claim
 * either still stands on exactly its words, one after the other, or it waits for a person.
 */

/** Where a claim stands and what it quotes, as stored. */
export type ClaimPlace = WordSelection & {
  id: string
  quote: string
  prefix: string
  suffix: string
  startMs: number | null
  endMs: number | null
  /** True where it waits: it quotes what was said there once, and its words and turns are only where that was. */
  needsAnchor: boolean
  challengeTurnId: string | null
  challengeMs: number | null
}

export type Change = {
  before: Doc
  after: Doc
  /** From words of `before` to words of `after`. */
  words: WordMap
  moveMs?: (ms: number) => number
}

/**
 * Where claims and notes are after a change. Claims of one change share what is worked out once; each then takes time in
 * the length of its own quote and the turns it stands on.
 */
export class WordFollower {
  readonly #before: Side
  readonly #after: Side

  constructor(readonly change: Change) {
    this.#before = new Side(change.before)
    this.#after = new Side(change.after)
  }

  /** The claim as it stands after the change; the same object where nothing about it changed. */
  follow(claim: ClaimPlace): ClaimPlace {
    const place = this.#standing(claim) ?? this.#waiting(claim)
    const now = { ...claim, ...place, ...this.#challenge(claim) }
    return samePlace(claim, now) ? claim : now
  }

  /** What stands at a place after the change; null where there are no such words. */
  quoteAt(place: WordSelection): AnchoredQuote | null {
    const [from, to] = [this.#after.indexOf(place.firstTurnId), this.#after.indexOf(place.lastTurnId)]
    if (from < 0 || to < from) return null
    return quoteAt(this.#after.around(from, to), place, this.#after.spansOf)
  }

  /** The turn that has the words of a turn now, the first of them; null where all of them are gone. */
  turnNow(turnId: string): string | null {
    if (this.#after.indexOf(turnId) >= 0) return turnId
    const index = this.#before.indexOf(turnId)
    if (index < 0) return null
    for (let word = this.#before.from(index); word < this.#before.from(index + 1); word++) {
      const now = placeNow(this.change.words[word] ?? -1)
      if (now >= 0) return this.#after.at(now).turn.id
    }
    return null
  }

  /** Null where the claim waits or has to. */
  #standing(claim: ClaimPlace): Partial<ClaimPlace> | null {
    if (claim.needsAnchor) return null
    const [first, last] = [
      this.#before.word(claim.firstTurnId, claim.firstWord),
      this.#before.word(claim.lastTurnId, claim.lastWord),
    ]
    if (first < 0 || last < first || !this.#isWhole(first, last)) return null
    const start = this.#after.at(placeNow(this.change.words[first] ?? -1))
    const end = this.#after.at(placeNow(this.change.words[last] ?? -1))
    if (!this.#sameSpeakers(claim, start.index, end.index)) return null
    const selection = {
      firstTurnId: start.turn.id,
      firstWord: start.word,
      lastTurnId: end.turn.id,
      lastWord: end.word,
    }
    const anchor = deriveAnchor(this.#after.around(start.index, end.index), selection, this.#after.spansOf)
    // The map says where the words went; that they are the same words is looked at, not believed.
    return saysTheSame(anchor.quote, claim.quote) ? { ...selection, ...anchor } : null
  }

  /** True where the words still stand one after the other, and at least one of them for certain. */
  #isWhole(first: number, last: number): boolean {
    const { words } = this.change
    const place = placeNow(words[first] ?? -1)
    if (place < 0) return false
    let certain = false
    for (let word = first; word <= last; word++) {
      const entry = words[word] ?? -1
      if (placeNow(entry) !== place + word - first) return false
      certain ||= entry >= 0
    }
    return certain
  }

  /** False where one speaker's words became several speakers': then the quote is no longer what its speaker said. */
  #sameSpeakers(claim: ClaimPlace, from: number, to: number): boolean {
    const before = this.#before.speakers(
      this.#before.indexOf(claim.firstTurnId),
      this.#before.indexOf(claim.lastTurnId),
    )
    return before.size > 1 || this.#after.speakers(from, to).size === 1
  }

  /** What waits keeps its quote and stands, for the foreign keys and for whoever looks, where its words were. */
  #waiting(claim: ClaimPlace): Partial<ClaimPlace> {
    const { words, moveMs } = this.change
    const first = Math.max(0, this.#before.word(claim.firstTurnId, claim.firstWord))
    const last = Math.max(first, this.#before.word(claim.lastTurnId, claim.lastWord))
    const left = this.#nearest(first, -1)
    const right = this.#nearest(last, 1)
    // From the word itself, or from what took its place; never beyond the words around it.
    let from = placeNow(words[first] ?? -1)
    if (from < 0) from = left < 0 ? 0 : left + 1
    let to = placeNow(words[last] ?? -1)
    if (to < 0) to = right < 0 ? this.#after.total - 1 : right - 1
    from = Math.min(Math.max(from, 0), this.#after.total - 1)
    to = Math.min(Math.max(to, from), from + LONGEST_CLAIM_WORDS - 1, this.#after.total - 1)
    const [start, end] = [this.#after.at(from), this.#after.at(to)]
    const moved = (ms: number | null) => (ms === null || !moveMs ? ms : moveMs(ms))
    return {
      firstTurnId: start.turn.id,
      firstWord: start.word,
      lastTurnId: end.turn.id,
      lastWord: end.word,
      startMs: moved(claim.startMs),
      endMs: moved(claim.endMs),
      needsAnchor: true,
    }
  }

  /** Where the nearest word on one side that is still there is now; -1 where none is. */
  #nearest(word: number, step: 1 | -1): number {
    const { words } = this.change
    for (let at = word + step; at >= 0 && at < words.length; at += step) {
      const now = placeNow(words[at] ?? -1)
      if (now >= 0) return now
    }
    return -1
  }

  /** The reply's turn follows its words, and its second that turn's start. */
  #challenge(claim: ClaimPlace): Pick<ClaimPlace, 'challengeTurnId' | 'challengeMs'> {
    const { challengeTurnId, challengeMs } = claim
    if (challengeTurnId === null || this.#before.indexOf(challengeTurnId) < 0)
      return { challengeTurnId, challengeMs }
    const turnId = this.turnNow(challengeTurnId)
    if (turnId === null) return { challengeTurnId: null, challengeMs: null }
    const startMs = this.#after.turn(turnId)?.startMs ?? null
    const followed = challengeMs === this.#before.turn(challengeTurnId)?.startMs
    return {
      challengeTurnId: turnId,
      challengeMs: followed || turnId !== challengeTurnId ? startMs : challengeMs,
    }
  }
}

/** One side of a change, with what is asked of it often. */
class Side {
  readonly #offsets: Int32Array
  readonly #indexes: Map<string, number>
  readonly #spans = new Map<string, WordSpan[]>()

  /** A turn's words, looked for once. */
  readonly spansOf: SpansOf = ({ id, text }) => {
    const known = this.#spans.get(id)
    if (known) return known
    const spans = wordsOf(text)
    this.#spans.set(id, spans)
    return spans
  }

  constructor(readonly turns: Doc) {
    this.#offsets = wordOffsets(turns)
    this.#indexes = new Map(turns.map((turn, index) => [turn.id, index]))
  }

  get total(): number {
    return this.from(this.turns.length)
  }

  /** Index of a turn's first word, counted through the document. */
  from(index: number): number {
    return this.#offsets[index] ?? 0
  }

  indexOf(turnId: string): number {
    return this.#indexes.get(turnId) ?? -1
  }

  turn(turnId: string): DocTurn | undefined {
    return this.turns[this.indexOf(turnId)]
  }

  /** A word counted through the document; -1 where the turn is not there, its last word where it has fewer. */
  word(turnId: string, word: number): number {
    const turn = this.turn(turnId)
    return turn ? this.from(this.indexOf(turnId)) + Math.min(word, turn.wordCount - 1) : -1
  }

  /** The turn that a word counted through the document is in, and its index there. */
  at(word: number): { index: number; turn: DocTurn; word: number } {
    let [low, high] = [0, this.turns.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.from(middle) <= word) low = middle
      else high = middle - 1
    }
    const turn = this.turns[low]
    if (!turn) throw new Error('A document without turns has no words.')
    return { index: low, turn, word: word - this.from(low) }
  }

  speakers(from: number, to: number): Set<string | null> {
    return new Set(this.turns.slice(from, to + 1).map(({ participantId }) => participantId))
  }

  /** These turns with a neighbour on each side, as anchoring wants them. */
  around(from: number, to: number): AnchorTurn[] {
    const start = Math.max(0, from - 1)
    return this.turns.slice(start, to + 2).map((turn, index) => ({ ...turn, position: start + index }))
  }
}

/** True where two quotes have the same words in the same order; a turn's end between them is no word. */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || spelledOut(one) === spelledOut(other)
}

/** A quote's words and nothing else: equal for quotes that say the same. */
export function spelledOut(text: string): string {
  return wordsOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
}

/** True where nothing about where a claim stands differs. */
export function samePlace(one: ClaimPlace, other: ClaimPlace): boolean {
  return (Object.keys(one) as (keyof ClaimPlace)[]).every((key) => one[key] === other[key])
}
