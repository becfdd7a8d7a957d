/** How often an open page asks what is new. Times in ms. */

const LEAST = 30_000
const SPREAD = 60_000
/** However often it failed. */
const MOST = 15 * 60_000

/** Who was away for this long asks at once on coming back. */
export const LONG_AWAY = 60_000

/**
 * When to ask next: 30 to 90 seconds from now, so that a crowd that came together does not ask together; after failures in a row
 * twice as long each time, because a server that struggles needs fewer questions.
 * @param random from 0 up to but not including 1.
 */
export function nextAskMs(failures: number, random: number): number {
  return Math.min(MOST, (LEAST + random * SPREAD) * 2 ** Math.min(failures, 10))
}
