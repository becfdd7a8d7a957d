import { Invalid } from '@/platform/errors'
import { type Place, placeOf } from '@/publishing/api/cursor'

/** The place that a list goes on from; null at its beginning. @throws Invalid */
export function placeIn(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const place = placeOf(cursor)
  if (!place) throw new Invalid('This cursor is none of ours.', { cursor: 'Take it from `next`.' })
  return place
}

/** One page of a list, of rows of which one more than `limit` was asked for. */
export function pageOf<Row extends { place: Place }>(
  rows: readonly Row[],
  limit: number,
): { shown: Row[]; last: Place | null } {
  const shown = rows.slice(0, limit)
  return { shown, last: rows.length > limit ? (shown.at(-1)?.place ?? null) : null }
}
