import { ALIKE, GapFiller, NOT, type Pairing, SAME } from './fill-gap'
import { type Gap, numberRuns, RUN_LENGTHS, UniqueRuns } from './unique-runs'

/** A gap of at most so many cells is filled at once; before that it is cut at runs that occur once on either side. */
const SMALL_CELLS = 2_048
/** A gap that no unique run cuts is filled up to this size, one byte a cell; a larger one has no order to find. */
const MOST_CELLS = 1_000_000
/** Cells that all gaps may take together for each token: this is what keeps hostile texts linear. */
const CELLS_PER_TOKEN = 128

/** A difference is small if so many tokens are the same again, at most so many tokens on. */
const SAME_AGAIN = 16
const SOON = 16

/** What an alignment cost, in steps that do not depend on the machine: cells of tables, tokens in runs, places tried. */
export type Steps = { cells: number; runs: number; tried: number }

export { ALIKE, NOT, type Pairing, SAME }

/**
 * Aligns two texts of tokens: a monotone pairing of `b` with `a`.
 *
 * First straight on, over differences after which the texts are soon the same again: two that mostly agree are done with that.
 * From the first larger one on top down: cut at runs of 16 tokens that occur once on either side, each piece at runs of 8, and
 * so on to single tokens (unique-runs.ts); what is small enough is filled exactly (fill-gap.ts). Every token is looked at at
 * most once for each of the five lengths, and tables are limited by `CELLS_PER_TOKEN`, so time is O(n log n) and memory O(n)
 * whatever the texts are: 60,000 times the same word, or two that share nothing.
 */
export function alignTokens(
  a: Int32Array,
  b: Int32Array,
  spellings: readonly string[],
): Pairing & { steps: Steps } {
  const pairing: Pairing = {
    first: new Int32Array(b.length).fill(-1),
    last: new Int32Array(b.length).fill(-1),
    how: new Uint8Array(b.length),
  }
  const filler = new GapFiller(a, b, spellings, pairing)
  const steps: Steps = { cells: 0, runs: 0, tried: 0 }
  const mostCells = (a.length + b.length) * CELLS_PER_TOKEN
  let runs: ReturnType<typeof numberRuns> | null = null
  let unique: UniqueRuns | null = null

  function pair(from: number, to: number): void {
    pairing.first[to] = from
    pairing.last[to] = from
    pairing.how[to] = SAME
  }

  function pairBeginning(gap: Gap): void {
    while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && a[gap.a0] === b[gap.b0]) pair(gap.a0++, gap.b0++)
  }

  /** The nearest place where both texts are the same for a while again; null where there is none soon. */
  function sameAgain({ a0, a1, b0, b1 }: Gap): { a: number; b: number } | null {
    for (let apart = 1; apart <= SOON; apart++)
      for (let skipped = 0; skipped <= apart; skipped++) {
        const [from, to] = [a0 + skipped, b0 + apart - skipped]
        if (from + SAME_AGAIN > a1 || to + SAME_AGAIN > b1) continue
        steps.tried += 1
        let same = 0
        while (same < SAME_AGAIN && a[from + same] === b[to + same]) same += 1
        if (same === SAME_AGAIN) return { a: from, b: to }
      }
    return null
  }

  /** Straight on from the beginning of a gap; leaves the rest of it. */
  function goOn(gap: Gap): void {
    pairBeginning(gap)
    for (let next = sameAgain(gap); next; next = sameAgain(gap)) {
      filler.fill({ a0: gap.a0, a1: next.a, b0: gap.b0, b1: next.b })
      gap.a0 = next.a
      gap.b0 = next.b
      pairBeginning(gap)
    }
  }

  function descend(outer: Gap, depth: number): void {
    const gap = { ...outer }
    pairBeginning(gap)
    while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && a[gap.a1 - 1] === b[gap.b1 - 1]) pair(--gap.a1, --gap.b1)
    const cells = (gap.a1 - gap.a0) * (gap.b1 - gap.b0)
    if (cells === 0) return
    const length = RUN_LENGTHS[depth]
    if (cells <= SMALL_CELLS || length === undefined) {
      if (cells > MOST_CELLS || steps.cells + cells > mostCells) return
      steps.cells += cells
      filler.fill(gap)
      return
    }
    steps.runs += gap.a1 - gap.a0 + gap.b1 - gap.b0
    runs ??= numberRuns(a, b)
    unique ??= new UniqueRuns(a.length + b.length + spellings.length)
    let [a0, b0] = [gap.a0, gap.b0]
    for (const anchor of unique.find(runs.a[length], runs.b[length], gap, length)) {
      // The stretch before it has grown over this one already, or past it on one side.
      if (anchor.a < a0 || anchor.b < b0) continue
      descend({ a0, a1: anchor.a, b0, b1: anchor.b }, depth + 1)
      for (a0 = anchor.a, b0 = anchor.b; a0 < anchor.a + length; ) pair(a0++, b0++)
    }
    descend({ a0, a1: gap.a1, b0, b1: gap.b1 }, depth + 1)
  }

  const whole = { a0: 0, a1: a.length, b0: 0, b1: b.length }
  goOn(whole)
  descend(whole, 0)
  return { ...pairing, steps }
}
