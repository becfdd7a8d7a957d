import type { DueChoice } from '@/claims/queue/queue-filter'
import { fromZonedLocal, toZonedLocal } from '@/platform/zoned-time'

/** Between which moments (ISO 8601, the end left out) a claim is due for a choice, by the newsroom's own days. */
type DueSpan = { from: string | null; until: string }

/** Weeks begin on Monday. @param at the moment now, ISO 8601. @returns null for `none`, which has no moment. */
export function dueSpan(choice: DueChoice, at: string, zone: string): DueSpan | null {
  if (choice === 'none') return null
  if (choice === 'overdue') return { from: null, until: at }
  const today = toZonedLocal(at, zone).slice(0, 10)
  if (choice === 'today') return { from: midnight(today, zone), until: midnight(dayAfter(today, 1), zone) }
  const monday = dayAfter(today, -((new Date(today).getUTCDay() + 6) % 7))
  return { from: midnight(monday, zone), until: midnight(dayAfter(monday, 7), zone) }
}

function midnight(day: string, zone: string): string {
  const at = fromZonedLocal(`${day}T00:00`, zone)
  if (at === null) throw new Error(`${day} is no day.`)
  return at
}

/** A calendar day so many days later. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
