import { areAlike } from './alike'
import type { Gap } from './unique-runs'

/**
 * The best correspondence inside a small gap: the classical table of Needleman and Wunsch (1970) over tokens, that finds the
 * heaviest series of pairs in order. The same word weighs most, longer words more than short ones (an `a` fits anywhere), a
 * misheard word less than any that is the same. One word may also stand for two that were heard as two (`Buy den`, `Biden`).
 */

/** How a token of `b` corresponds: not at all, to a token that is the same, or to one or two that are alike. */
export const NOT = 0
export const SAME = 1
export const ALIKE = 2

/** What an alignment of tokens is made of; `first` and `last` are tokens of `a`, -1 for none. One entry a token of `b`. */
export type Pairing = { first: Int32Array; last: Int32Array; how: Uint8Array }

const FROM_LEFT = 1
const FROM_ABOVE = 2
const PAIR = 3
const ALIKE_PAIR = 4
/** Two tokens of `a` heard for one of `b`, and one of `a` for two of `b`. */
const TWO_FOR_ONE = 5
const ONE_FOR_TWO = 6

const ALIKE_WEIGHT = 5
/** More spellings than any two transcripts have; a pair of them fits a double exactly. */
const MOST_SPELLINGS = 2 ** 26

/** Tables are kept between gaps and grow to the largest one: at most a few megabytes (see MOST_CELLS in align-tokens). */
export class GapFiller {
  #choices = new Uint8Array(0)
  #rows: [Int32Array, Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0), new Int32Array(0)]
  readonly #likeness = new Map<number, boolean>()

  constructor(
    readonly a: Int32Array,
    readonly b: Int32Array,
    readonly spellings: readonly string[],
    readonly into: Pairing,
  ) {}

  /** Pairs the tokens of one gap. Time and memory are the product of its sides. */
  fill({ a0, a1, b0, b1 }: Gap): void {
    const { a, b, into } = this
    const width = b1 - b0 + 1
    const height = a1 - a0 + 1
    if (this.#choices.length < width * height) this.#choices = new Uint8Array(width * height)
    if (this.#rows[0].length < width)
      this.#rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)]
    const choices = this.#choices
    let [beforeLast, above, row] = this.#rows
    above.fill(0, 0, width)
    for (let i = 1; i < height; i++) {
      const token = a[a0 + i - 1] ?? 0
      row[0] = 0
      for (let j = 1; j < width; j++) {
        const other = b[b0 + j - 1] ?? 0
        let best = above[j] ?? 0
        let choice = FROM_ABOVE
        const left = row[j - 1] ?? 0
        if (left > best) {
          best = left
          choice = FROM_LEFT
        }
        const corner = above[j - 1] ?? 0
        if (token === other) {
          const weight = corner + this.#weight(token)
          if (weight >= best) {
            best = weight
            choice = PAIR
          }
        } else if (corner + ALIKE_WEIGHT > best && this.#alike(token, other)) {
          best = corner + ALIKE_WEIGHT
          choice = ALIKE_PAIR
        }
        if (i > 1) {
          const weight = (beforeLast[j - 1] ?? 0) + ALIKE_WEIGHT + 1
          if (weight > best && this.#joined(a[a0 + i - 2] ?? 0, token, other)) {
            best = weight
            choice = TWO_FOR_ONE
          }
        }
        if (j > 1) {
          const weight = (above[j - 2] ?? 0) + ALIKE_WEIGHT + 1
          if (weight > best && this.#joined(b[b0 + j - 2] ?? 0, other, token)) {
            best = weight
            choice = ONE_FOR_TWO
          }
        }
        row[j] = best
        choices[i * width + j] = choice
      }
      ;[beforeLast, above, row] = [above, row, beforeLast]
    }
    let [i, j] = [height - 1, width - 1]
    while (i > 0 && j > 0) {
      const choice = choices[i * width + j]
      const [from, to] = [a0 + i - 1, b0 + j - 1]
      if (choice === FROM_ABOVE) i -= 1
      else if (choice === FROM_LEFT) j -= 1
      else {
        into.how[to] = choice === PAIR ? SAME : ALIKE
        into.first[to] = choice === TWO_FOR_ONE ? from - 1 : from
        into.last[to] = from
        if (choice === ONE_FOR_TWO) {
          into.how[to - 1] = ALIKE
          into.first[to - 1] = from
          into.last[to - 1] = from
        }
        i -= choice === TWO_FOR_ONE ? 2 : 1
        j -= choice === ONE_FOR_TWO ? 2 : 1
      }
    }
  }

  #weight(token: number): number {
    return 8 + Math.min(8, this.spellings[token]?.length ?? 0)
  }

  #alike(one: number, other: number): boolean {
    const [a, b] = [this.spellings[one] ?? '', this.spellings[other] ?? '']
    // Most pairs are told apart by their lengths; only the others are worth remembering.
    if (Math.abs(a.length - b.length) > 3 || a.length + b.length < 6) return false
    const key = one * MOST_SPELLINGS + other
    let alike = this.#likeness.get(key)
    if (alike === undefined) {
      alike = areAlike(a, b)
      this.#likeness.set(key, alike)
    }
    return alike
  }

  /** Whether two tokens on the one side were taken for one on the other, or the other way round. */
  #joined(first: number, second: number, whole: number): boolean {
    const [head, tail, text] = [this.spellings[first], this.spellings[second], this.spellings[whole]]
    if (head === undefined || tail === undefined || text === undefined) return false
    const length = head.length + tail.length
    if (Math.abs(length - text.length) > 2 || length < 5) return false
    return areAlike(head + tail, text)
  }
}
