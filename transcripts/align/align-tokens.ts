import { ALIKE, GapFiller, NOT, type Pairing, SAME } from './fill-gap'
import { type Gap, numberRuns, RUN_LENGTHS, UniqueRuns } from './unique-runs'

/** A gap of at most so many cells is filled at once; before that it is cut at runs that occur once on either side. */
const SMALL_CELLS = 2_048
/** A gap that no unique run cuts is filled up to this size, one byte a cell; a larger one has no order to find. */
const MOST_CELLS = 1_000_000
/** Cells that all gaps may take together for each token: this is what keeps hostile texts linear. */
const CELLS_PER_TOKEN = 128

/** What an alignment cost, in steps that do not depend on the machine. */
export type Steps = { cells: number; runs: number }

export { ALIKE, NOT, type Pairing, SAME }

/**
 * Aligns two texts of tokens: a monotone pairing of `b` with `a`.
 *
 * Top down: what both begin and end with is paired; the rest is cut at runs of 16 tokens that occur once on either side,
 * each piece at runs of 8, and so on to single tokens (unique-runs.ts); what is small enough is filled exactly (fill-gap.ts).
 * Every token is looked at at most once for each of the five lengths, and tables are limited by `CELLS_PER_TOKEN`, so time is
 * O(n log n) and memory O(n) whatever the texts are: 60,000 times the same word, or two that share nothing.
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
  const steps: Steps = { cells: 0, runs: 0 }
  const mostCells = (a.length + b.length) * CELLS_PER_TOKEN
  let runs: ReturnType<typeof numberRuns> | null = null
  const unique = new UniqueRuns(a.length + b.length + spellings.length)

  function pair(from: number, to: number): void {
    pairing.first[to] = from
    pairing.last[to] = from
    pairing.how[to] = SAME
  }

  function descend(outer: Gap, depth: number): void {
    const gap = { ...outer }
    while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && a[gap.a0] === b[gap.b0]) pair(gap.a0++, gap.b0++)
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
    let [a0, b0] = [gap.a0, gap.b0]
    for (const anchor of unique.find(runs.a[length], runs.b[length], gap, length)) {
      // The stretch before it has grown over this one already, or past it on one side.
      if (anchor.a < a0 || anchor.b < b0) continue
      descend({ a0, a1: anchor.a, b0, b1: anchor.b }, depth + 1)
      for (a0 = anchor.a, b0 = anchor.b; a0 < anchor.a + length; ) pair(a0++, b0++)
    }
    descend({ a0, a1: gap.a1, b0, b1: gap.b1 }, depth + 1)
  }

  descend({ a0: 0, a1: a.length, b0: 0, b1: b.length }, 0)
  return { ...pairing, steps }
}
