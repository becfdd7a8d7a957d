/** The moment now. Every rule that depends on time asks here, so that a test can stand at another moment. */
export function now(): Date {
  return new Date(Date.now() + offsetMs)
}

let offsetMs = 0

/** Moves this process's clock; for tests of deadlines and embargoes. Returns a function that moves it back. */
export function moveClock(byMs: number): () => void {
  offsetMs += byMs
  return () => {
    offsetMs -= byMs
  }
}
