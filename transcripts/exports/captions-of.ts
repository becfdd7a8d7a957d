import { labelAt } from '@/transcripts/formats/speaker-labels'
import type { ParsedTurn } from '@/transcripts/model'
import { glueBetween } from '@/transcripts/turns'
import { wordBounds } from '@/transcripts/words'

/** Words `[from, to)` of a turn as one caption. `lines` are one or two such ranges; times are the words' own. */
export type OutgoingCaption = {
  turn: ParsedTurn
  /** Index of the turn. */
  nth: number
  /** Start and end of each of the turn's words, flat, as `wordBounds` gives them. */
  bounds: number[]
  from: number
  to: number
  lines: { from: number; to: number }[]
  startMs: number
  endMs: number
}

/** Of BBC and Netflix subtitle guidance: two lines of about 37 columns, seven seconds, cut where the sense pauses. */
const LINE = 37
const LONGEST_MS = 7000
const PAUSE_MS = 1500

const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]」』]*$/u
const CLAUSE_END = /[,;:–—，、；：،؛]["'”’»)\]」』]*$/u

/**
 * Cuts timed turns into captions that can be read: at most two lines, at a sentence's end where one is near, at a pause
 * always. A cut never falls where reading the captions again would change a word, make a label of one or drop a repeated
 * line. Linear. Turns without times give none.
 */
export function captionsOf(turns: readonly ParsedTurn[]): OutgoingCaption[] {
  const captions: OutgoingCaption[] = []
  let above = ''
  for (const [nth, turn] of turns.entries()) {
    const words = new TurnWords(turn)
    for (let from = 0; from < turn.wordStarts.length; ) {
      const to = words.cutAfter(from)
      const lines = words.linesOf(from, to, above)
      const last = lines.at(-1) ?? { from, to }
      above = words.text(last.from, last.to)
      const startMs = turn.wordStarts[from] ?? 0
      const endMs = Math.max(startMs, words.endOf(from, to))
      captions.push({ turn, nth, bounds: words.bounds, from, to, lines, startMs, endMs })
      from = to
    }
  }
  return captions
}

/** The text of a caption's line, or of any range of its turn's words. */
export function lineText(
  { turn, bounds }: OutgoingCaption,
  { from, to }: { from: number; to: number },
): string {
  return turn.text.slice(bounds[from * 2] ?? 0, bounds[to * 2 - 1] ?? 0)
}

/** Where one turn may be cut: shared by captions and by everything else that leaves in pieces. */
export class TurnWords {
  readonly bounds: number[]
  readonly #most: number
  readonly #mayLabel: boolean

  constructor(readonly turn: ParsedTurn) {
    this.bounds = wordBounds(turn.text)
    const unspaced = this.bounds.length / 2 > turn.text.split(' ').length
    // Lines are joined by a space again, so a text without spaces stays on one.
    this.#most = unspaced ? LINE : 2 * LINE
    this.#mayLabel = /[:：]/.test(turn.text)
  }

  text(from: number, to: number): string {
    return this.turn.text.slice(this.bounds[from * 2] ?? 0, this.bounds[to * 2 - 1] ?? 0)
  }

  /** When words `[from, to)` are over: the latest end. */
  endOf(from: number, to: number): number {
    let latest = 0
    for (let word = from; word < to; word++) latest = Math.max(latest, this.turn.wordEnds[word] ?? 0)
    return latest
  }

  /** Whether the text before and behind a word comes back as it is when the two are read one after the other. */
  canCut(word: number): boolean {
    const end = this.bounds[word * 2 - 1] ?? 0
    const start = this.bounds[word * 2] ?? 0
    const { text } = this.turn
    if (glueBetween(text.slice(0, end).slice(-2), text.slice(start, start + 2)) !== text.slice(end, start))
      return false
    return !text.startsWith('>>', start) && !this.#isLabel(start)
  }

  /** The word behind the last one of a caption that begins with word `from`. */
  cutAfter(from: number): number {
    const count = this.turn.wordStarts.length
    const { wordStarts: starts, wordEnds: ends } = this.turn
    const start = starts[from] ?? 0
    let to = from + 1
    let width = this.#width(from)
    let over = ends[from] ?? 0
    let paused = false
    for (; to < count; to++) {
      width += 1 + this.#width(to)
      over = Math.max(over, ends[to] ?? 0)
      paused = (starts[to] ?? 0) - (ends[to - 1] ?? 0) >= PAUSE_MS
      // Slower than a word a second the times of a caption say nothing of when its words are over.
      const longest = Math.min(LONGEST_MS, Math.max(2500, 1000 * (to + 1 - from)))
      if (paused || width > this.#most || over - start > longest) break
    }
    if (to === count) return count
    let best = 0
    let score = -1
    for (let at = to; at > from; at--) {
      if (!this.canCut(at)) continue
      const worth = paused && at === to ? 9 : (at - from) / (to - from) + this.#senseBefore(at)
      if (worth > score) [best, score] = [at, worth]
    }
    if (best > 0) return best
    while (to < count && !this.canCut(to)) to += 1
    return to
  }

  /** One line or two; never a first line that says the same as the line `above`, which readers take for a repetition. */
  linesOf(from: number, to: number, above: string): { from: number; to: number }[] {
    const one = [{ from, to }]
    const whole = this.#columns(from, to)
    if (whole <= LINE) return one
    let best = 0
    let score = Number.POSITIVE_INFINITY
    for (let at = from + 1; at < to; at++) {
      const left = this.#columns(from, at)
      const right = whole - left - 1
      const worth =
        Math.max(left, right) - 12 * this.#senseBefore(at) + (Math.max(left, right) > LINE ? 50 : 0)
      if (worth < score && this.#canBreak(at)) [best, score] = [at, worth]
    }
    if (best === 0 || this.text(from, best) === above) return one
    return [
      { from, to: best },
      { from: best, to },
    ]
  }

  #canBreak(word: number): boolean {
    const start = this.bounds[word * 2] ?? 0
    const { text } = this.turn
    return text.charAt(start - 1) === ' ' && !/[-–—>]/.test(text.charAt(start)) && !this.#isLabel(start)
  }

  /** Whether what begins here reads like `Name: words`. */
  #isLabel(start: number): boolean {
    if (!this.#mayLabel) return false
    const head = this.turn.text.slice(start, start + 130)
    return /[:：]/.test(head) && labelAt(head) !== null
  }

  #senseBefore(word: number): number {
    const end = this.bounds[word * 2 - 1] ?? 0
    const last = this.turn.text.slice(Math.max(end - 6, this.bounds[word * 2 - 2] ?? 0), end)
    return SENTENCE_END.test(last) ? 0.6 : CLAUSE_END.test(last) ? 0.3 : 0
  }

  #columns(from: number, to: number): number {
    return columns(this.turn.text, this.bounds[from * 2] ?? 0, this.bounds[to * 2 - 1] ?? 0)
  }

  #width(word: number): number {
    return columns(this.turn.text, this.bounds[word * 2] ?? 0, this.bounds[word * 2 + 1] ?? 0)
  }
}

/** Columns on a screen: signs of East Asia take two. */
function columns(text: string, start: number, end: number): number {
  let width = 0
  for (let at = start; at < end; at++) width += text.charCodeAt(at) >= 0x2e80 && !isHalf(text, at) ? 2 : 1
  return width
}

function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xe000
}
