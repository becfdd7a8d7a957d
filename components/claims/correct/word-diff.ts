import { wordsOf } from '@/transcripts/words'

/** A stretch of words that two texts share, or that only one of them has. */
export type DiffPart = { kind: 'both' | 'old' | 'new'; words: string[] }

/** Above this many words on both sides only beginnings and ends are compared: the table would be felt. */
const MOST = 250_000

/** What differs between two quotes, word for word: longest common subsequence between their common ends. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsIn(before), wordsIn(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1
  const parts: DiffPart[] = []
  add(parts, 'both', old.slice(0, start))
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  if (oldMiddle.length * newMiddle.length > MOST) {
    add(parts, 'old', oldMiddle)
    add(parts, 'new', newMiddle)
  } else addMiddle(parts, oldMiddle, newMiddle)
  add(parts, 'both', old.slice(old.length - end))
  return parts
}

function addMiddle(parts: DiffPart[], old: readonly string[], now: readonly string[]): void {
  const width = now.length + 1
  // common[i][j]: how many words old from i and new from j on share, in order.
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(parts, 'both', [old[i] ?? ''])
      i += 1
      j += 1
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      add(parts, 'old', [old[i] ?? ''])
      i += 1
    } else {
      add(parts, 'new', [now[j] ?? ''])
      j += 1
    }
  }
}

function add(parts: DiffPart[], kind: DiffPart['kind'], words: readonly string[]): void {
  if (words.length === 0) return
  const last = parts.at(-1)
  if (last?.kind === kind) last.words.push(...words)
  else parts.push({ kind, words: [...words] })
}

function wordsIn(text: string): string[] {
  return wordsOf(text).map(({ start, end }) => text.slice(start, end))
}
