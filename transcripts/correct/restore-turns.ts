import type { DocTurn } from './document'

/** A turn to be put back, with the turns that stood beside it; null at an end of the transcript. */
export type Restored<Turn> = { turn: Turn; before: string | null; after: string | null }

/**
 * Puts turns back where they were; those that stood one after the other come back so.
 * @param touched ids of turns that the same step changed: nobody changed them since, so what stood beside them still does.
 * @returns null where it is not known any more where they belong: a neighbour is gone, or something was put between.
 */
export function restoreTurns<Turn extends { turn: DocTurn }>(
  turns: readonly Turn[],
  restored: readonly Restored<Turn>[],
  touched: ReadonlySet<string>,
): Turn[] | null {
  const now = [...turns]
  for (const run of runsOf(restored)) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) continue
    const at = first.before === null ? 0 : now.findIndex(({ turn }) => turn.id === first.before) + 1
    if (first.before !== null && at === 0) return null
    const sure = (id: string | null) => id !== null && touched.has(id)
    const follows = now[at]?.turn.id ?? null
    if (follows !== last.after && !sure(first.before) && !sure(last.after)) return null
    now.splice(at, 0, ...run.map(({ turn }) => turn))
  }
  return now
}

function runsOf<Turn extends { turn: DocTurn }>(restored: readonly Restored<Turn>[]): Restored<Turn>[][] {
  const runs: Restored<Turn>[][] = []
  for (const one of restored) {
    const run = runs.at(-1)
    if (run?.at(-1)?.turn.turn.id === one.before && one.before !== null) run?.push(one)
    else runs.push([one])
  }
  return runs
}
