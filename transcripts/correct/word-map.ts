/**
 * Where the words of an old document are in the new one, both counted through all turns (`wordOffsets`): a place, or
 * `GONE`, or `perhaps(place)` where the edit can be read in two ways. Several old words may map to one new word.
 */
export type WordMap = Int32Array

export const GONE = -1

/** A word that is there in one reading of an edit. A claim follows it only together with a certain word beside it. */
export function perhaps(place: number): number {
  return -2 - place
}

/** The place of an entry, certain or not; -1 where the word is gone. */
export function placeNow(entry: number): number {
  return entry < -1 ? -2 - entry : entry
}

/** A map on which every word stays where it is, up to `total`. */
export function sameWords(total: number): WordMap {
  return Int32Array.from({ length: total }, (_, word) => word)
}

/**
 * The map of a document in which words changed in some stretches, the others moved along.
 * @param stretches in order, apart from each other: `inner` says for each old word from `from` on where it is among the
 * `length` words that stand there now.
 */
export function mapAround(
  total: number,
  stretches: readonly { from: number; inner: WordMap; length: number }[],
): WordMap {
  const words = new Int32Array(total)
  let [old, now] = [0, 0]
  for (const { from, inner, length } of stretches) {
    while (old < from) words[old++] = now++
    for (const entry of inner) {
      const place = placeNow(entry)
      words[old++] = place < 0 ? GONE : entry < -1 ? perhaps(now + place) : now + place
    }
    now += length
  }
  while (old < total) words[old++] = now++
  return words
}
