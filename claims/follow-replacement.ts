import { type ClaimPlace, WordFollower } from '@/claims/follow-words'
import type { WordSelection } from '@/claims/schema'
import { SAME, type WordAlignment } from '@/transcripts/align/align-words'
import { matchingSpan, nearestSpan } from '@/transcripts/align/matching-span'
import { type Doc, wordOffsets } from '@/transcripts/correct/document'

/** Why a claim does not land on the new transcript by itself. */
export type WhyWaiting = 'other-words' | 'other-speaker' | 'waited-already'

/** Where a claim is on a new transcript; `why` is null where it landed. */
export type Landing = { place: ClaimPlace; why: WhyWaiting | null }

/**
 * Claims on a transcript that is replaced by another. A claim lands by itself only where every quoted word is the same but for
 * capitals, punctuation and spelling, in the same order with nothing between (matching-span.ts), and where its words are one
 * speaker's as they were before. Anything else waits for a person, near where its words were.
 */
export class ReplacementFollower {
  readonly #follower: WordFollower
  readonly #oldOffsets: Int32Array
  readonly #newOffsets: Int32Array
  readonly #oldIndex: Map<string, number>
  readonly #newSpeakers: Set<string | null>
  /** For each old word the new one that has its place, or -1. */
  readonly #newWord: Int32Array

  constructor(
    readonly before: Doc,
    readonly after: Doc,
    readonly alignment: WordAlignment,
  ) {
    this.#oldOffsets = wordOffsets(before)
    this.#newOffsets = wordOffsets(after)
    this.#oldIndex = new Map(before.map((turn, index) => [turn.id, index]))
    this.#newSpeakers = new Set(after.map(({ participantId }) => participantId))
    this.#newWord = inverse(alignment)
    this.#follower = new WordFollower({ before, after, words: this.#newWord })
  }

  land(claim: ClaimPlace): Landing {
    const reply = this.#challenge(claim)
    const selection = claim.needsAnchor ? 'waited-already' : this.#standing(claim)
    const anchor = typeof selection === 'string' ? null : this.#follower.quoteAt(selection)
    if (typeof selection !== 'string' && anchor)
      return { place: { ...claim, ...selection, ...anchor, ...reply, needsAnchor: false }, why: null }
    const why = typeof selection === 'string' ? selection : 'other-words'
    return { place: { ...this.#waiting(claim), ...reply }, why }
  }

  /** The words that stand now where a claim's words were, for a person to look at. */
  quoteNear(place: WordSelection): string | null {
    return this.#follower.quoteAt(place)?.quote ?? null
  }

  /** The new turn that has most of an old turn's words; null where it has none of them. */
  turnNow(turnId: string): string | null {
    const index = this.#oldIndex.get(turnId)
    if (index === undefined) return null
    const counts = new Map<number, number>()
    for (let word = this.#oldOffsets[index] ?? 0; word < (this.#oldOffsets[index + 1] ?? 0); word++) {
      const now = this.#newWord[word] ?? -1
      if (now >= 0) counts.set(this.#turnAt(now), (counts.get(this.#turnAt(now)) ?? 0) + 1)
    }
    let [best, most] = [-1, 0]
    for (const [turn, count] of counts) if (count > most) [best, most] = [turn, count]
    return this.after[best]?.id ?? null
  }

  #standing(claim: ClaimPlace): WordSelection | WhyWaiting {
    const [first, last] = this.#oldWords(claim)
    const span = matchingSpan(this.alignment, first, last)
    if (!span) return 'other-words'
    const [from, to] = [this.#turnAt(span.first), this.#turnAt(span.last)]
    return this.#sameSpeakers(claim, from, to) ? this.#selection(span) : 'other-speaker'
  }

  /**
   * One speaker's words must be one speaker's still, and that one's: unless nobody was named for them, or somebody who has no
   * word in the new transcript, as where a whole recording was one nameless voice.
   */
  #sameSpeakers(claim: ClaimPlace, from: number, to: number): boolean {
    const then = this.before.slice(
      this.#oldIndex.get(claim.firstTurnId) ?? 0,
      (this.#oldIndex.get(claim.lastTurnId) ?? 0) + 1,
    )
    const now = new Set(this.after.slice(from, to + 1).map(({ participantId }) => participantId))
    const who = new Set(then.map(({ participantId }) => participantId))
    if (who.size > 1) return who.size === now.size && [...who].every((one) => now.has(one))
    const [speaker = null] = who
    return now.size === 1 && (speaker === null || now.has(speaker) || !this.#newSpeakers.has(speaker))
  }

  #waiting(claim: ClaimPlace): ClaimPlace {
    const span = nearestSpan(this.alignment, ...this.#oldWords(claim))
    if (!span) throw new Error('A transcript without words cannot replace another.')
    return { ...claim, ...this.#selection(span), needsAnchor: true }
  }

  /** The reply keeps its second, the recording is the same; its turn is the one that has its words now. */
  #challenge({
    challengeTurnId,
    challengeMs,
  }: ClaimPlace): Pick<ClaimPlace, 'challengeTurnId' | 'challengeMs'> {
    if (challengeTurnId === null) return { challengeTurnId, challengeMs }
    const turnId =
      (challengeMs === null ? null : this.#turnSaid(challengeTurnId, challengeMs)) ??
      this.turnNow(challengeTurnId)
    return turnId === null
      ? { challengeTurnId: null, challengeMs: null }
      : { challengeTurnId: turnId, challengeMs }
  }

  /** The new turn of the first word of an old turn from a moment on. */
  #turnSaid(turnId: string, ms: number): string | null {
    const index = this.#oldIndex.get(turnId)
    const turn = index === undefined ? undefined : this.before[index]
    if (!turn || index === undefined) return null
    for (const [word, end] of turn.wordEnds.entries()) {
      const now = this.#newWord[(this.#oldOffsets[index] ?? 0) + word] ?? -1
      if (end > ms && now >= 0) return this.after[this.#turnAt(now)]?.id ?? null
    }
    return null
  }

  #oldWords(claim: WordSelection): [first: number, last: number] {
    const at = (turnId: string, word: number) => {
      const index = this.#oldIndex.get(turnId) ?? 0
      return (this.#oldOffsets[index] ?? 0) + Math.min(word, (this.before[index]?.wordCount ?? 1) - 1)
    }
    return [at(claim.firstTurnId, claim.firstWord), at(claim.lastTurnId, claim.lastWord)]
  }

  #selection({ first, last }: { first: number; last: number }): WordSelection {
    const [from, to] = [this.#turnAt(first), this.#turnAt(last)]
    const [start, end] = [this.after[from], this.after[to]]
    if (!start || !end) throw new Error('A word was asked for that the new transcript does not have.')
    return {
      firstTurnId: start.id,
      firstWord: first - (this.#newOffsets[from] ?? 0),
      lastTurnId: end.id,
      lastWord: last - (this.#newOffsets[to] ?? 0),
    }
  }

  /** Index of the new turn that holds a word counted through the document. */
  #turnAt(word: number): number {
    let [low, high] = [0, this.after.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#newOffsets[middle] ?? 0) <= word) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Old words to new ones: the same where there is one, else one that is alike. */
function inverse({ first, last, how, oldWords }: WordAlignment): Int32Array {
  const map = new Int32Array(oldWords).fill(-1)
  for (const [word, from] of first.entries())
    for (let old = Math.max(0, from); from >= 0 && old <= (last[word] ?? from); old++)
      if (how[word] === SAME || (map[old] ?? -1) < 0) map[old] = word
  return map
}
