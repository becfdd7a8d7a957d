import 'server-only'
import type { Tx } from '@/platform/db'

/**
 * What stands before the application in its own process and answers readers from memory (platform/boot/front). There is none
 * where Next's own server runs, as in development.
 */
export type PublicFront = {
  /** Everything is asked for again before it is sent. */
  changed: () => void
  /** Nothing that was sent before is sent again, even while the application fails. */
  takenDown: () => void
  /** Whether changes that other processes make are heard. */
  hears: (hears: boolean) => void
}

declare global {
  // Set by platform/boot/web-server.mjs, which the bundled application cannot import.
  var claimlineFront: PublicFront | undefined
}

export function publicFront(): PublicFront | undefined {
  return globalThis.claimlineFront
}

const touched = new WeakSet<Tx>()

/** Says in a transaction that it changes what readers see. */
export function touchesPublic(tx: Tx): void {
  touched.add(tx)
}

/**
 * After a transaction was committed: this process knows at once, and whoever made the change sees it with the next request.
 * The database tells the others (publishing/hear-published.ts).
 */
export function committed(tx: Tx): void {
  if (touched.delete(tx)) publicFront()?.changed()
}
