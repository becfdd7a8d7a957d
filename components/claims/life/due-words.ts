import type { Status } from '@/claims/words-of-the-trade'

/** How a due time reads now. `settled` claims are due no more. */
export type Due = { tone: 'overdue' | 'near' | 'ahead' | 'settled'; words: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** From here on it is said to be near. */
const NEAR = 2 * HOUR

/** @param dueAt ISO 8601. @param now milliseconds since 1970. */
export function dueWords(dueAt: string, now: number, status: Status): Due {
  const left = Date.parse(dueAt) - now
  if (status === 'approved' || status === 'dropped') return { tone: 'settled', words: 'No longer due' }
  if (left <= 0) return { tone: 'overdue', words: `Overdue by ${span(-left)}` }
  return { tone: left <= NEAR ? 'near' : 'ahead', words: `Due in ${span(left)}` }
}

/** `2 h`, in whole units, at least a minute. */
function span(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} min`
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)} h`
  return `${Math.round(ms / DAY)} days`
}

/** `5 min ago`, for a moment that has passed. */
export function ago(at: string, now: number): string {
  const passed = now - Date.parse(at)
  return passed < MINUTE ? 'just now' : `${span(passed)} ago`
}
