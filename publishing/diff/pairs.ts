import type { SnapshotTurn } from '@/publishing/snapshot-schema'
import { wordsOf } from '@/transcripts/words'

/** Which item of the earlier list is which of the later, as indexes; both rise from pair to pair. */
export type Pairs = [before: number, after: number][]

/**
 * Pairs equal keys in an order that both lists keep, as many as can be; what moved is gone here and new there.
 * O(n log n): a five-hour transcript has twenty thousand turns.
 */
export function pairByKey(before: readonly string[], after: readonly string[]): Pairs {
  const places = new Map<string, number[]>()
  for (const [index, key] of after.entries()) {
    const known = places.get(key)
    if (known) known.push(index)
    else places.set(key, [index])
  }
  const pairs: Pairs = []
  for (const [index, key] of before.entries()) {
    const place = places.get(key)?.shift()
    if (place !== undefined) pairs.push([index, place])
  }
  return longestRise(pairs)
}

/** The longest of the subsequences in which the second number rises too (patience sorting). */
function longestRise(pairs: Pairs): Pairs {
  const tops: number[] = []
  const beneath: number[] = []
  for (const [index, [, after]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < after) low = middle + 1
      else high = middle
    }
    beneath[index] = tops[low - 1] ?? -1
    tops[low] = index
  }
  const rise: Pairs = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = beneath[index] ?? -1) {
    const pair = pairs[index]
    if (pair) rise.push(pair)
  }
  return rise.reverse()
}

type Turn = Pick<SnapshotTurn, 'id' | 'text'>

/** As many comparisons as are made for turns that neither id nor words pair. */
const MOST_COMPARED = 10_000
/** Two turns are the same one, said otherwise, where at least this part of their words is shared. */
const LEAST_SHARED = 0.4

/**
 * Which turn is which: those with one id, between them those with the same words, and between those the likest. A transcript
 * that was replaced has other ids and nearly the same words.
 */
export function pairTurns(before: readonly Turn[], after: readonly Turn[]): Pairs {
  const ids = pairByKey(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  const said = inGaps(ids, before, after, (a, b) =>
    pairByKey(
      a.map(({ text }) => text),
      b.map(({ text }) => text),
    ),
  )
  return inGaps(said, before, after, likest)
}

/** The pairs, and between each two of them those that `pair` finds. */
function inGaps<T>(
  pairs: Pairs,
  before: readonly T[],
  after: readonly T[],
  pair: (before: readonly T[], after: readonly T[]) => Pairs,
): Pairs {
  const all: Pairs = []
  let [from, to] = [0, 0]
  for (const [a, b] of [...pairs, [before.length, after.length] as const]) {
    if (a > from && b > to)
      for (const [i, j] of pair(before.slice(from, a), after.slice(to, b))) all.push([from + i, to + j])
    if (a < before.length) all.push([a, b])
    from = a + 1
    to = b + 1
  }
  return all
}

/** Pairs that share the most words in all, in order; by dynamic programming over two short lists. */
function likest(before: readonly Turn[], after: readonly Turn[]): Pairs {
  if (before.length * after.length > MOST_COMPARED) return []
  const [old, young] = [before.map(bag), after.map(bag)]
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(young.length + 1))
  const worth = old.map((a) => young.map((b) => likeness(a, b)))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const of = (i: number, j: number) => worth[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = young.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), of(i, j) > 0 ? of(i, j) + at(i + 1, j + 1) : 0)
    }
  const pairs: Pairs = []
  let [i, j] = [0, 0]
  while (i < old.length && j < young.length) {
    if (of(i, j) > 0 && at(i, j) === of(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

function bag({ text }: Turn): Set<string> {
  return new Set(wordsOf(text).map(({ start, end }) => text.slice(start, end).toLowerCase()))
}

/** Shared words of all words (Dice), 0 where that is too little to call two turns one. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  const share = (2 * both) / (a.size + b.size || 1)
  return share >= LEAST_SHARED ? share : 0
}
