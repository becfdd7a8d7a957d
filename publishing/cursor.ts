/**
 * Cursors of readers' lists, which are ordered newest first. A cursor names the row at which the reader stopped and the way on,
 * so a list stays as it was under new publications: nothing is shown twice and nothing is skipped.
 */

/** What a row is ordered by: a moment, then an interview, then a number within it. */
export type ListKey = { at: Date; interviewId: string; number: number }
export type Cursor = { way: 'older' | 'newer'; key: ListKey }

/** A page of a list; `newer` and `older` are cursors, null where there is nothing on. */
export type ListPage<Row> = { rows: Row[]; newer: string | null; older: string | null }

const WAYS = { o: 'older', n: 'newer' } as const
const SHAPE = /^([on])([0-9a-z]{1,11})-([0-9a-f]{32})-([0-9a-z]{1,6})$/

/** Opaque to whoever is given it; letters, digits and dashes. */
export function writeCursor({ way, key }: Cursor): string {
  const id = key.interviewId.replaceAll('-', '')
  return `${way === 'older' ? 'o' : 'n'}${key.at.getTime().toString(36)}-${id}-${key.number.toString(36)}`
}

/** @returns null for anything that `writeCursor` did not write; such a list begins at its beginning. */
export function readCursor(text: string | null | undefined): Cursor | null {
  const [, way, at = '', id = '', number = ''] = SHAPE.exec(text ?? '') ?? []
  const moment = new Date(Number.parseInt(at, 36))
  const place = Number.parseInt(number, 36)
  if ((way !== 'o' && way !== 'n') || Number.isNaN(moment.getTime()) || place > 0x7fffffff) return null
  const interviewId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const cursor: Cursor = { way: WAYS[way], key: { at: moment, interviewId, number: place } }
  return writeCursor(cursor) === text ? cursor : null
}

/**
 * Reads one page. `fetch` gives up to `most` rows beyond the key on the way asked for, nearest first; without a cursor the
 * newest. Where less than a page is newer than the cursor, the list's first page is given, which holds it.
 */
export async function listPage<Row>(
  cursor: Cursor | null,
  limit: number,
  fetch: (cursor: Cursor | null, most: number) => Promise<Row[]>,
  keyOf: (row: Row) => ListKey,
): Promise<ListPage<Row>> {
  const found = await fetch(cursor, limit + 1)
  const newerWay = cursor?.way === 'newer'
  if (newerWay && found.length <= limit) return listPage(null, limit, fetch, keyOf)
  const rows = found.slice(0, limit)
  if (newerWay) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  const more = found.length > limit
  return {
    rows,
    newer: first && cursor ? writeCursor({ way: 'newer', key: keyOf(first) }) : null,
    older: last && (more || newerWay) ? writeCursor({ way: 'older', key: keyOf(last) }) : null,
  }
}
