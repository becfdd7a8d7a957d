/** For tests: finds sentences that people corrected in the words of a machine. */

/** A word without capitals and punctuation. */
export const normalise = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Where `wanted` lies in `words` with the fewest words put in, left out or changed; first and last inclusive. */
export function layOver(
  wanted: readonly string[],
  words: readonly { text: string }[],
): { first: number; last: number; distance: number } {
  let row = words.map((_, at) => ({ distance: 0, first: at }))
  row.push({ distance: 0, first: words.length })
  for (const [above, word] of wanted.entries()) {
    const next = [{ distance: above + 1, first: 0 }]
    for (const [at, heard] of words.entries()) {
      const changed = step(row[at], heard.text === word ? 0 : 1)
      const leftOut = step(row[at + 1], 1)
      const putIn = step(next[at], 1)
      next.push([changed, leftOut, putIn].reduce((best, one) => (one.distance < best.distance ? one : best)))
    }
    row = next
  }
  let last = 0
  for (const [at, one] of row.entries()) if (one.distance < (row[last]?.distance ?? Infinity)) last = at
  return { first: row[last]?.first ?? 0, last: last - 1, distance: row[last]?.distance ?? Infinity }
}

const step = (from: { distance: number; first: number } | undefined, cost: number) => ({
  distance: (from?.distance ?? Infinity) + cost,
  first: from?.first ?? 0,
})
