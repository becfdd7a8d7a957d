import type { PersonName } from '@/claims/views'
import type { Challenge, Priority, Status } from '@/claims/words-of-the-trade'

/** What the queue shows. Moments are ISO 8601 in UTC. */

/** A claim's row in the queue. */
export type QueueLine = {
  id: string
  interviewId: string
  interviewTitle: string
  number: number
  /** The sentence that is checked, or empty; at most 500 characters. */
  claimReviewed: string
  /** Cut to 300 characters. */
  quote: string
  speaker: string
  startMs: number | null
  status: Status
  priority: Priority
  dueAt: string | null
  handedBackAt: string | null
  needsAnchor: boolean
  challenge: Challenge
  verdict: { label: string; icon: string; colour: string } | null
  assignee: PersonName | null
  topics: string[]
  /** False where it was changed so that the list it is shown in no longer holds it. */
  matches: boolean
}

export type QueuePage = {
  lines: QueueLine[]
  /** Places for the pages beside this one; null where there is none. */
  before: string | null
  after: string | null
}

/** How many claims stand where, all exact at one moment. */
export type QueueCounts = {
  /** By status, everything else of the filter held. */
  statuses: Record<Status, number>
  /** How many the filter holds. */
  matching: number
  /** By key of the queues that every member has. */
  presets: Record<string, number>
  /** By id of one's own. */
  saved: Record<string, number>
  /** Whether there is any claim at all. */
  any: boolean
}

/** A filter that its member gave a name. */
export type SavedFilterView = { id: string; name: string; query: string }

/** What the queue can be narrowed by. */
export type QueueChoices = {
  members: PersonName[]
  interviews: { id: string; title: string }[]
  verdicts: { key: string; label: string }[]
  topics: { slug: string; name: string }[]
}

/** A claim that a change of many left as it was, and why. */
export type LeftAlone = { id: string; number: number; interviewTitle: string; reason: string }

/** What a change of many claims did. */
export type ChangeResult = {
  changeId: string
  changed: number
  /** Stood that way already. */
  already: number
  left: LeftAlone[]
}

/** What is answered to a change: what it did, and the rows and counts of the list it was made in as they are now. */
export type QueueAnswer = { result: ChangeResult; lines: QueueLine[]; counts: QueueCounts }

/** One's filters after one of them changed. */
export type SavedAnswer = { saved: SavedFilterView[]; counts: QueueCounts }
