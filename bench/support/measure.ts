/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/**
 * Runs several things in turn, so that all of them meet the same machine.
 * @param warmUp rounds that are not counted
 * @returns the median of each in milliseconds, in the order given
 */
export async function inTurns(
  things: readonly (() => unknown)[],
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<number[]> {
  const taken: number[][] = things.map(() => [])
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, thing] of things.entries()) {
      const from = performance.now()
      await thing()
      if (round >= 0) taken[index]?.push(performance.now() - from)
    }
  }
  return taken.map(median)
}
