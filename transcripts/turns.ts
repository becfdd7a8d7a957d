import type { ParsedCue } from './formats/format'
import type { ParsedTurn } from './model'
import { type TimedPiece, timeCues, type WordTimes } from './time-cues'

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
  const { pieces, words } = timeCues(cues)
  const drafts: Draft[] = []
  let speaking: Draft | undefined
  const open = (piece: TimedPiece): Draft => {
    const draft = new Draft(piece.speaker, piece.isTimed, words)
    drafts.push(draft)
    return draft
  }
  for (const piece of pieces) {
    let draft: Draft = speaking?.continues(piece) ? speaking : open(piece)
    let from = piece.from
    if (piece.speaker === null) {
      for (let word = from; word < piece.to; word++) {
        if (!draft.endsBefore(piece, from, word)) continue
        draft.take(piece, from, word)
        draft = open(piece)
        from = word
      }
    }
    draft.take(piece, from, piece.to)
    speaking = draft
  }
  return drafts.map((draft) => draft.finish())
}

/** What stands between two cues of one turn: a space, or nothing where Han or kana meet. Exports cut where this restores the text. */
export function glueBetween(before: string, after: string): '' | ' ' {
  // Below the signs of East Asia there is always a space; nearly all cues end there.
  if (before.charCodeAt(before.length - 1) < 0x2e80) return ' '
  return UNSPACED_END.test(before.slice(-2)) && UNSPACED_START.test(after) ? '' : ' '
}

/** A turn while it grows. Words `[from, to)` of a piece are taken in whole runs, so text is sliced and not rebuilt. */
class Draft {
  readonly #words: WordTimes
  #text = ''
  /** Its last few signs, so that nobody has to put the growing text together to see them. */
  #tail = ''
  /** Runs of words taken, first and one behind the last in turn: one number pair unless cues were put in order. */
  readonly #runs: number[] = []
  #count = 0
  #lastEnd: number | null = null

  constructor(
    readonly speaker: string | null,
    readonly isTimed: boolean,
    words: WordTimes,
  ) {
    this.#words = words
  }

  /** Whether a piece may go on with this turn: same speaker, no new turn marked, timed like it. */
  continues(piece: TimedPiece): boolean {
    return this.speaker === piece.speaker && !piece.startsTurn && this.isTimed === piece.isTimed
  }

  /** Whether a turn without a speaker ends before this word of a piece, words `[from, word)` of which are pending. */
  endsBefore(piece: TimedPiece, from: number, word: number): boolean {
    const { starts, ends, bounds } = this.#words
    const count = this.#count + word - from
    if (count === 0) return false
    if (count >= MOST_WORDS) return true
    if (this.isTimed) {
      const lastEnd = word > from ? ends[word - 1] : this.#lastEnd
      const pause = count < FEW_WORDS ? PAUSE_OF_FEW_MS : PAUSE_MS
      if (lastEnd != null && (starts[word] ?? 0) - lastEnd >= pause) return true
    }
    if (count < SENTENCE_AFTER_WORDS) return false
    const end = bounds[word * 2 - 1] ?? 0
    const before =
      word > from ? piece.text.slice(Math.max(end - 8, bounds[word * 2 - 2] ?? 0), end) : this.#text.slice(-8)
    return SENTENCE_END.test(before) || (word === piece.from && count >= CUE_AFTER_WORDS)
  }

  take(piece: TimedPiece, from: number, to: number): void {
    if (to <= from) return
    const { bounds, ends } = this.#words
    const text = piece.text.slice(bounds[from * 2], bounds[to * 2 - 1])
    this.#text += this.#text === '' ? text : glueBetween(this.#tail, text) + text
    this.#tail = text.length < 8 ? (this.#tail + text).slice(-8) : text.slice(-8)
    if (this.#runs.at(-1) === from) this.#runs[this.#runs.length - 1] = to
    else this.#runs.push(from, to)
    if (this.isTimed) this.#lastEnd = to === piece.to ? piece.overMs : (ends[to - 1] ?? null)
    this.#count += to - from
  }

  finish(): ParsedTurn {
    const wordStarts: number[] = []
    const wordEnds: number[] = []
    const wordEstimated: boolean[] = []
    let endMs = 0
    for (let run = 0; this.isTimed && run < this.#runs.length; run += 2) {
      const { starts, ends, estimated } = this.#words
      const to = this.#runs[run + 1] ?? 0
      for (let word = this.#runs[run] ?? 0; word < to; word++) {
        const end = ends[word] ?? 0
        wordStarts.push(starts[word] ?? 0)
        wordEnds.push(end)
        wordEstimated.push(estimated[word] === 1)
        if (end > endMs) endMs = end
      }
    }
    return {
      speaker: this.speaker,
      startMs: wordStarts[0] ?? null,
      endMs: this.isTimed ? endMs : null,
      text: this.#text,
      wordStarts,
      wordEnds,
      wordEstimated,
    }
  }
}
