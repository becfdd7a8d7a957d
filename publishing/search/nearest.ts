/** Slips of the pen. Pure: the candidates come from the words that published texts spell. */

/** As the list of words spells a word: lower case, no accents. */
export function plainWord(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Words too short are near to too many others; a long one may hold two slips. */
export function slipsAllowed(word: string): number {
  const letters = [...word].length
  return letters < 4 ? 0 : letters < 7 ? 1 : 2
}

/** The candidate with the fewest slips between it and the word, the first letter weighing most; null where none is near. */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const most = slipsAllowed(word)
  let best: { word: string; slips: number } | null = null
  for (const candidate of [...candidates].sort()) {
    if (candidate === word) continue
    const slips = distance(word, candidate, most) + (candidate[0] === word[0] ? 0 : 0.5)
    if (slips <= most + 0.5 && Math.floor(slips) <= most && (!best || slips < best.slips))
      best = { word: candidate, slips }
  }
  return best?.word ?? null
}

/**
 * Letters left out, put in, mistaken, or two exchanged: the optimal string alignment distance (Damerau 1964), or `most` + 1
 * where it is more.
 */
export function distance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1
      let value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1)
      next.push(value)
    }
    before = row
    row = next
  }
  return Math.min(most + 1, row[to.length] ?? 0)
}
