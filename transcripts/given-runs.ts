import { z } from 'zod'

/**
 * Speakers that an editor gave to runs of turns in the preview, over what the file says. Turns are counted from 0 as the
 * parser made them; runs are in order and never overlap.
 */
export const givenRunsSchema = z
  .array(
    z
      .object({
        first: z.number().int().min(0),
        last: z.number().int().min(0),
        /** Empty: nobody in particular. The preview's draft has a key here, which may hold a label as long as labels are. */
        name: z.string().max(600),
      })
      .refine(({ first, last }) => first <= last, 'A run ends before it begins.'),
  )
  .max(20_000)
  .refine(
    (runs) => runs.every((run, index) => run.first > (runs[index - 1]?.last ?? -1)),
    'Runs overlap. Load the page again.',
  )
export type GivenRuns = z.infer<typeof givenRunsSchema>

/** Gives the turns from `first` to `last` to a name; null takes back what was given there. Neighbours of one name join. */
export function giveRun(runs: GivenRuns, first: number, last: number, name: string | null): GivenRuns {
  const around = runs.flatMap((run) => {
    const before = { ...run, last: Math.min(run.last, first - 1) }
    const after = { ...run, first: Math.max(run.first, last + 1) }
    if (run.last < first || run.first > last) return [run]
    return [before, after].filter((part) => part.first <= part.last)
  })
  const next = name === null ? around : [...around, { first, last, name }]
  const joined: GivenRuns = []
  for (const run of next.sort((a, b) => a.first - b.first)) {
    const left = joined.at(-1)
    if (left && left.name === run.name && left.last + 1 === run.first)
      joined[joined.length - 1] = { ...left, last: run.last }
    else joined.push(run)
  }
  return joined
}

/** The name given to a turn, or undefined where the file's own speaker stands. Binary search. */
export function givenTo(runs: GivenRuns, turn: number): string | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.last ?? 0) < turn) low = middle + 1
    else high = middle
  }
  const run = runs[low]
  return run && run.first <= turn ? run.name : undefined
}
