/** Readers' reports as the desk sees them. Moments are ISO 8601 in UTC. */

export type ReportView = {
  id: string
  at: string
  /** Number of the publication that the reader had before them. */
  publication: number
  message: string
  /** E-mail address to answer to; empty where none was left. */
  replyTo: string
  closed: { at: string; by: string } | null
}

/** Reports on one claim, or on the page as a whole. */
export type ReportedClaim = { number: number | null; sentence: string; reports: ReportView[] }

export type ReportedInterview = {
  id: string
  title: string
  /** Address of the page that readers see. */
  slug: string
  claims: ReportedClaim[]
  /** All that are open on it, those of other pages of the list included; at most 1000. */
  openIds: string[]
}

export type ReportsPage = {
  interviews: ReportedInterview[]
  /** What the next page begins after; null at the end. */
  next: string | null
}
