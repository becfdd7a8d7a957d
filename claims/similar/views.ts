import type { Status } from '@/claims/words-of-the-trade'

/** A check that may be of the same thing, by the claim in which it reads most alike. */
export type SimilarClaim = {
  /** The claim that reads alike; a repeat is shown by its own words and its root's check. */
  claimId: string
  /** The claim that holds the check: `claimId`, or the root that it repeats. */
  rootId: string
  interviewId: string
  interviewTitle: string
  number: number
  quote: string
  /** The sentence that was checked; empty where none was written yet. */
  sentence: string
  verdict: { label: string; icon: string; colour: string } | null
  status: Status
  speaker: string
  /** ISO 8601 day of the interview or the appearance; null where it is not known. */
  saidOn: string | null
  published: boolean
  timesSaid: number
}

/** What reads alike: by the same person first, best first in each; eight in all at most. */
export type SimilarClaims = { samePerson: SimilarClaim[]; others: SimilarClaim[] }

/** Where the same was said, for the list under a claim at the desk. */
export type SaidHere = {
  claimId: string
  interviewId: string
  interviewTitle: string
  number: number
  quote: string
  speaker: string
  saidOn: string | null
  startMs: number | null
  status: Status
  root: boolean
  published: boolean
}
