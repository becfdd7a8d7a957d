import { type ListKey, readCursor, writeCursor } from '@/publishing/cursor'
import type { Kind } from '@/publishing/search/search-filter'

/** The last result of a page: what results are ordered by. `score` in thousandths; it counts only where order is by relevance. */
export type ResultKey = ListKey & { score: number; kind: Kind }

const SHAPE = /^([0-9a-z]{1,6})-([cs])-(o.+)$/

/** Opaque; letters, digits and dashes. */
export function writeResultCursor({ score, kind, ...key }: ResultKey): string {
  return `${score.toString(36)}-${kind === 'claim' ? 'c' : 's'}-${writeCursor({ way: 'older', key })}`
}

/** @returns null for anything that `writeResultCursor` did not write; such a search begins at its beginning. */
export function readResultCursor(text: string | null | undefined): ResultKey | null {
  const [, score = '', kind, rest] = SHAPE.exec(text ?? '') ?? []
  const cursor = readCursor(rest)
  if (!cursor) return null
  const key = {
    ...cursor.key,
    score: Number.parseInt(score, 36),
    kind: kind === 'c' ? ('claim' as const) : ('said' as const),
  }
  return writeResultCursor(key) === text ? key : null
}
