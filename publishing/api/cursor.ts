import { z } from 'zod'

/**
 * Where a list goes on, as one opaque word: the sort values of the last item that was given. What is published meanwhile moves
 * nothing, since a place is named by what stands there and not by a count.
 */
export type Place = readonly [string, string]

const placeSchema = z.tuple([z.string().max(200), z.string().max(200)])

/** The word for a place. */
export function cursorAfter(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place of a word that `cursorAfter` made; null for any other. */
export function placeOf(cursor: string): Place | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return placeSchema.safeParse(read).data ?? null
  } catch {
    return null
  }
}

type Query = Readonly<Record<string, string | number | undefined>>

/** Where a list goes on, absolute: the address that was asked with the cursor of its last place. Null where it ends. */
export function nextAddress(origin: string, path: string, query: Query, last: Place | null): string | null {
  return withCursor(origin, path, query, last && cursorAfter(last))
}

/** The address that was asked, with another cursor; null without one. */
export function withCursor(origin: string, path: string, query: Query, cursor: string | null): string | null {
  if (cursor === null) return null
  const search = new URLSearchParams(
    Object.entries({ ...query, cursor }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  return `${origin}${path}?${search}`
}
