import type { Decision } from '@/platform/decision'
import type { ChangeNote } from '@/publishing/schema'

/** What the publish page shows of plans. Moments are ISO 8601 in UTC. */
export type PlanView = {
  interviewId: string
  /** IANA zone of the newsroom, in which times are written and read. */
  zone: string
  embargoUntil: string | null
  /** What stands in the way of a plan for the earliest time that the embargo allows; empty where nothing does. */
  blockers: string[]
  waiting: {
    id: string
    publishAt: string
    plannedBy: string
    claims: number
    /** Why it would not go out as the desk stands now; null where it would. */
    stops: string | null
    /** What the desk would publish now and the plan does not hold, as sentences; empty where it holds it all. */
    changedSince: string[]
  } | null
  /** What the plan that waits tells readers, or the newest that ended and was followed by no publication. */
  notes: ChangeNote[]
  /** Those that ended, the newest first. */
  past: {
    id: string
    publishAt: string
    state: 'published' | 'withdrawn' | 'stopped'
    reason: string
    number: number | null
    plannedBy: string
    endedAt: string
  }[]
  abilities: { plan: Decision }
}
