import type { ParsedCue } from './formats/format'
import type { ParsedTurn } from './model'
import { type TimedPiece, timeCues } from './time-cues'

/** A pause of this length ends a turn where nobody says who speaks. */
const PAUSE_MS = 1500
/** … unless it has only just begun: slow speech is no row of one-word turns. */
const PAUSE_OF_FEW_MS = 4000
const FEW_WORDS = 8
/** Without speakers: from here on a sentence's end ends the turn, from there on a cue's, at last any word. */
const SENTENCE_AFTER_WORDS = 70
const CUE_AFTER_WORDS = 145
const MOST_WORDS = 160

const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]]*$/u
// Han and kana need no space where two cues meet; a letter there always begins a new word, so word counts add up.
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，！？」』）]$/u
const UNSPACED_START = /^(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}/u

/**
 * Cuts cues into turns. Cues of one speaker in a row are one turn. Where the speaker is not known, a turn ends at a
 * pause of 1.5 s, at a sentence's end after 70 words, and at 160 words. Every turn's text is as `normaliseText`
 * leaves it, and its word times are one per word of `wordsOf(text)` or none; over the whole transcript they never
 * decrease. Times that the file does not give are spread by length of word and marked estimated.
 */
export function buildTurns(cues: readonly ParsedCue[]): ParsedTurn[] {
  const drafts: Draft[] = []
  let speaking: Draft | undefined
  const open = (piece: TimedPiece): Draft => {
    const draft = new Draft(piece.speaker, piece.starts.length > 0)
    drafts.push(draft)
    return draft
  }
  for (const piece of timeCues(cues)) {
    let draft: Draft = speaking?.continues(piece) ? speaking : open(piece)
    let from = 0
    if (piece.speaker === null) {
      for (let word = 0; word * 2 < piece.bounds.length; word++) {
        if (!draft.endsBefore(piece, from, word)) continue
        draft.take(piece, from, word)
        draft = open(piece)
        from = word
      }
    }
    draft.take(piece, from, piece.bounds.length / 2)
    speaking = draft
  }
  return drafts.map((draft) => draft.finish())
}

/** What stands between two cues of one turn: a space, or nothing where Han or kana meet. Exports cut where this restores the text. */
export function glueBetween(before: string, after: string): '' | ' ' {
  return UNSPACED_END.test(before.slice(-2)) && UNSPACED_START.test(after) ? '' : ' '
}

/** A turn while it grows. Words `[from, to)` of a piece are taken in whole runs, so text is sliced and not rebuilt. */
class Draft {
  readonly #texts: string[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #estimated: boolean[] = []
  #words = 0
  #lastEnd: number | null = null

  constructor(
    readonly speaker: string | null,
    readonly timed: boolean,
  ) {}

  /** Whether a piece may go on with this turn: same speaker, no new turn marked, timed like it. */
  continues(piece: TimedPiece): boolean {
    return this.speaker === piece.speaker && !piece.startsTurn && this.timed === piece.starts.length > 0
  }

  /** Whether a turn without a speaker ends before this word of a piece, words `[from, word)` of which are pending. */
  endsBefore(piece: TimedPiece, from: number, word: number): boolean {
    const words = this.#words + word - from
    if (words === 0) return false
    if (words >= MOST_WORDS) return true
    const lastEnd = word > from ? piece.ends[word - 1] : this.#lastEnd
    const start = piece.starts[word]
    const pause = words < FEW_WORDS ? PAUSE_OF_FEW_MS : PAUSE_MS
    if (start !== undefined && lastEnd != null && start - lastEnd >= pause) return true
    if (words < SENTENCE_AFTER_WORDS) return false
    const end = piece.bounds[word * 2 - 1] ?? 0
    const before =
      word > from
        ? piece.text.slice(Math.max(end - 8, piece.bounds[word * 2 - 2] ?? 0), end)
        : (this.#texts.at(-1) ?? '').slice(-8)
    return SENTENCE_END.test(before) || (word === 0 && words >= CUE_AFTER_WORDS)
  }

  take(piece: TimedPiece, from: number, to: number): void {
    const start = piece.bounds[from * 2]
    const end = piece.bounds[to * 2 - 1]
    if (start === undefined || end === undefined || to <= from) return
    const text = piece.text.slice(start, end)
    const before = this.#texts.at(-1)
    this.#texts.push(before === undefined ? text : glueBetween(before, text) + text)
    for (let word = from; word < to; word++) {
      const start = piece.starts[word]
      const end = piece.ends[word]
      if (start === undefined || end === undefined) continue
      this.#starts.push(start)
      this.#ends.push(end)
      this.#estimated.push(piece.estimated[word] ?? true)
    }
    this.#lastEnd = to * 2 === piece.bounds.length ? piece.overMs : (piece.ends[to - 1] ?? null)
    this.#words += to - from
  }

  finish(): ParsedTurn {
    return {
      speaker: this.speaker,
      startMs: this.#starts[0] ?? null,
      endMs: this.#ends.reduce<number | null>((latest, end) => Math.max(latest ?? 0, end), null),
      text: this.#texts.join(''),
      wordStarts: this.#starts,
      wordEnds: this.#ends,
      wordEstimated: this.#estimated,
    }
  }
}
