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

/** Milliseconds by which a test has moved the clock; 0 otherwise. */
export function clockMovedBy(): number {
  return offsetMs
}

/** A calendar day as ISO 8601, `2026-11-22`; days are stored as midnight in UTC. */
export function isoDay(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** A moment as ISO 8601 in UTC. */
export function isoMoment(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
