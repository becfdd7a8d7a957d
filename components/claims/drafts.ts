import type { z } from 'zod'

/**
 * Everything typed and not yet accepted, kept in the browser under the member's id, so that it outlives a reload, a
 * crash, a killed server and a sign-out, and never shows to the next person at the same machine.
 */

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type DraftStore = {
  /** False where the browser refused to keep it (full, or storage switched off). */
  keep: (name: string, value: unknown) => boolean
  /** Null where nothing is kept, or what is kept is not of this shape. */
  find: <Schema extends z.ZodType>(name: string, schema: Schema) => z.output<Schema> | null
  forget: (name: string) => void
  /** Names that begin so. */
  names: (beginning: string) => string[]
}

/** What waits to be sent by itself: acts, fields and corrected turns. Half-written forms are no part of it. */
const UNSENT = ['act:', 'claim:', 'turn:']

/** How much of a member's is in this browser and not with the server. */
export function countUnsent(memberId: string, shelf: Shelf = browserShelf()): number {
  const store = draftStore(shelf, memberId)
  return UNSENT.reduce((count, beginning) => count + store.names(beginning).length, 0)
}

export function draftStore(shelf: Shelf, memberId: string): DraftStore {
  const own = `claimline:1:${memberId}:`
  return {
    keep(name, value) {
      try {
        shelf.setItem(own + name, JSON.stringify(value))
        return true
      } catch {
        return false // quota or private mode: the caller says so, typing goes on
      }
    },
    find(name, schema) {
      const parsed = schema.safeParse(parse(read(shelf, own + name)))
      return parsed.success ? parsed.data : null
    },
    forget(name) {
      try {
        shelf.removeItem(own + name)
      } catch {
        // Storage is switched off: nothing was kept.
      }
    },
    names(beginning) {
      const found: string[] = []
      try {
        for (let index = 0; index < shelf.length; index += 1) {
          const key = shelf.key(index)
          if (key?.startsWith(own + beginning)) found.push(key.slice(own.length))
        }
      } catch {
        return [] // storage is switched off
      }
      return found
    },
  }
}

function read(shelf: Shelf, key: string): string | null {
  try {
    return shelf.getItem(key)
  } catch {
    return null
  }
}

function parse(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // half a write of a crashed browser is no draft
  }
}

/** The browser's storage; where it is switched off, one that keeps nothing and says so. */
export function browserShelf(): Shelf {
  try {
    return window.localStorage
  } catch {
    return {
      length: 0,
      key: () => null,
      getItem: () => null,
      removeItem() {},
      setItem() {
        throw new Error('This browser keeps nothing.')
      },
    }
  }
}
