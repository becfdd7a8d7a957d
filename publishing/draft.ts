import type { CheckedClaim } from '@/claims/checked-claim'
import type { CheckState } from '@/claims/repeat/check-state'
import type { Status } from '@/claims/words-of-the-trade'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/**
 * Everything the desk holds that a publication is decided from, read in one transaction. Only `publishing/` sees it; what
 * becomes public is decided by the pure functions beside it.
 */

/** An approval as stored: `approvedAt` (ISO 8601) tells approvals of one claim apart. */
export type DraftApproval = { claimVersion: number; approvedAt: string; content: CheckedClaim }

export type DraftClaim = {
  id: string
  number: number
  status: Status
  version: number
  needsAnchor: boolean
  /** Approvals of this version and later ones are of the words at `anchor`; a person put it there then. */
  anchorVersion: number
  quote: string
  /** Where the claim stands now; follows the words through edits of the transcript. */
  anchor: CheckedClaim['anchor']
  /** The reply as it stands now; its turn follows its words. */
  challengeTurnId: string | null
  /** People who were asked and have not answered; `deadline` is a moment in UTC. */
  waitingReplies: { asked: string; deadline: string | null }[]
  /** People who were asked at all. */
  asked: number
  /** How a repeat stands to the check that it shares; `holds` for a claim with a check of its own. */
  check: CheckState
  /** Newest first. */
  approvals: DraftApproval[]
}

export type DraftTurn = Omit<PageSnapshot['turns'][number], 'participant'> & {
  participantId: string | null
  position: number
}

export type Draft = {
  revision: number
  embargoUntil: string | null
  site: PageSnapshot['site']
  interview: PageSnapshot['interview']
  participants: (PageSnapshot['participants'][number] & { id: string })[]
  turns: DraftTurn[]
  claims: DraftClaim[]
  /** Approved notes only. */
  background: { turnId: string; title: string; html: string }[]
  /** Where chapters begin. */
  chapters: { turnId: string; title: string }[]
  /** Number of notes that nobody has approved. */
  backgroundDrafts: number
  /** The newest publication that is a page, or null; a takedown after it counts in `lastNumber` and `takenDown`. */
  lastPage: PageSnapshot | null
  lastNumber: number
  takenDown: boolean
  changes: PageSnapshot['changes']
}
