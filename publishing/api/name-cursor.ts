import { z } from 'zod'
import { Invalid } from '@/platform/errors'

/** Where a list by names goes on: after which name, and of two with one name after which. Lists by time: publishing/cursor.ts. */
export type NameKey = { name: string; slug: string }

const keySchema = z.tuple([z.string().max(300), z.string().max(300)])

/** Opaque to whoever is given it. */
export function writeNameCursor({ name, slug }: NameKey): string {
  return Buffer.from(JSON.stringify([name, slug])).toString('base64url')
}

/** Null at the beginning of a list. @throws Invalid for what `writeNameCursor` did not write */
export function readNameCursor(cursor: string | undefined): NameKey | null {
  if (cursor === undefined) return null
  const key = keySchema.safeParse(jsonIn(cursor))
  if (!key.success) throw wrongCursor()
  return { name: key.data[0], slug: key.data[1] }
}

/** The refusal of a cursor that was made up, or belongs to another list. */
export function wrongCursor(): Invalid {
  return new Invalid('This cursor is none of this list’s.', { cursor: 'Take it from `next`.' })
}

function jsonIn(cursor: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return value
  } catch {
    return null
  }
}
