import { GONE, perhaps, placeNow } from './word-map'

/**
 * Which words of a turn are still there after somebody edited its text: a Myers diff (An O(ND) Difference Algorithm,
 * 1986) of its words, bounded, and read from both ends. For whole transcripts see transcripts/align.
 */

/** More differences than this, begin and end left out, are another text: then only what both begin and end with stays. */
const MOST_DIFFERENCES = 1500

export type TurnAlignment = {
  /** For each old word where it is now, as `Corrected.words` (document.ts). What claims follow. */
  words: Int32Array
  /** For each new word the old one whose time it keeps, -1 where it is new. In order on both sides. */
  from: Int32Array
}

/**
 * Aligns a turn's old words with its new ones. A deletion among repeated words can be read from the front or from the
 * back ("We planted ten. We planted two." → "We planted two."): a word is certain where both readings agree, and only
 * perhaps there where it stands beside a certain word in one of them.
 */
export function alignTurn(before: readonly string[], after: readonly string[]): TurnAlignment {
  const forward = diff(before, after)
  const backward = reversed(diff([...before].reverse(), [...after].reverse()), before.length, after.length)
  const from = new Int32Array(after.length).fill(-1)
  for (const [old, now] of forward.entries()) if (now >= 0) from[now] = old
  return { words: agreed(forward, backward), from }
}

function agreed(forward: Int32Array, backward: Int32Array): Int32Array {
  const words = forward.map((now, old) => (now === backward[old] ? now : GONE))
  const grow = (old: number, neighbour: number, step: 1 | -1) => {
    if (words[old] !== GONE) return
    const wanted = placeNow(words[neighbour] ?? GONE) + step
    if (placeNow(words[neighbour] ?? GONE) >= 0 && (forward[old] === wanted || backward[old] === wanted))
      words[old] = perhaps(wanted)
  }
  for (let old = 1; old < words.length; old++) grow(old, old - 1, 1)
  for (let old = words.length - 2; old >= 0; old--) grow(old, old + 1, -1)
  return words
}

function reversed(map: Int32Array, oldLength: number, newLength: number): Int32Array {
  const turned = new Int32Array(oldLength).fill(-1)
  for (const [old, now] of map.entries()) if (now >= 0) turned[oldLength - 1 - old] = newLength - 1 - now
  return turned
}

/** Old → new for one shortest edit, what both begin with taken first. */
function diff(before: readonly string[], after: readonly string[]): Int32Array {
  const map = new Int32Array(before.length).fill(-1)
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) {
    map[start] = start
    start += 1
  }
  let [oldEnd, newEnd] = [before.length, after.length]
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1])
    map[--oldEnd] = --newEnd
  for (const [old, now] of shortestEdit(before.slice(start, oldEnd), after.slice(start, newEnd)))
    map[start + old] = start + now
  return map
}

/** Pairs of equal words along the furthest-reaching paths; none where there are too many differences. */
function shortestEdit(before: readonly string[], after: readonly string[]): [old: number, now: number][] {
  if (before.length === 0 || after.length === 0) return []
  const most = Math.min(before.length + after.length, MOST_DIFFERENCES)
  const reached = new Int32Array(2 * most + 3)
  const trail: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trail.push(reached.slice(most + 1 - edits - 1, most + 1 + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = most + 1 + diagonal
      const down =
        diagonal === -edits || (diagonal !== edits && (reached[at - 1] ?? 0) < (reached[at + 1] ?? 0))
      let x = down ? (reached[at + 1] ?? 0) : (reached[at - 1] ?? 0) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1
      reached[at] = x
      if (x >= before.length && x - diagonal >= after.length)
        return walkBack(trail, before.length, after.length)
    }
  }
  return []
}

/** `trail[d]` holds the furthest x of the diagonals -d-1 … d+1 before edit d. */
function walkBack(trail: readonly Int32Array[], oldLength: number, newLength: number): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [oldLength, newLength]
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const before = trail[edits]
    const diagonal = x - y
    const on = (d: number) => before?.[d + edits + 1] ?? 0
    const down = diagonal === -edits || (diagonal !== edits && on(diagonal - 1) < on(diagonal + 1))
    const previous = down ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : on(previous)
    const fromY = edits === 0 ? 0 : fromX - previous
    while (x > fromX && y > fromY && x > 0 && y > 0) pairs.push([--x, --y])
    if (edits > 0) [x, y] = [fromX, fromY]
  }
  return pairs
}
