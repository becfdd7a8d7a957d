import { wrongCursor } from '@/publishing/api/name-cursor'
import { type ListKey, readCursor, writeCursor } from '@/publishing/cursor'

/** Pages of the API's lists. Each row carries the cursor by which the list goes on after it. */

/** The row after which a list goes on that begins with its newest; null at its beginning. @throws Invalid */
export function keyIn(cursor: string | undefined): ListKey | null {
  if (cursor === undefined) return null
  const read = readCursor(cursor)
  if (read?.way !== 'older') throw wrongCursor()
  return read.key
}

/** The cursor of a row. */
export function cursorOf(at: Date, interviewId: string, number: number): string {
  return writeCursor({ way: 'older', key: { at, interviewId, number } })
}

/** One page of a list, of rows of which one more than `limit` was asked for; `older` is null at its end. */
export function pageOf<Row extends { cursor: string }>(
  rows: readonly Row[],
  limit: number,
): { shown: Row[]; older: string | null } {
  const shown = rows.slice(0, limit)
  return { shown, older: rows.length > limit ? (shown.at(-1)?.cursor ?? null) : null }
}

/** Where a list goes on, absolute: the address that was asked, with another cursor. Null at its end. */
export function nextAddress(
  origin: string,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  cursor: string | null,
): string | null {
  if (cursor === null) return null
  const search = new URLSearchParams(
    Object.entries({ ...query, cursor }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  return `${origin}${path}?${search}`
}
