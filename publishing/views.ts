import type { Decision } from '@/platform/decision'
import type { ClaimDifference } from '@/publishing/compare'
import type { ReadinessItem } from '@/publishing/readiness'

/** What the desk's publish page shows. Moments are ISO 8601 in UTC. */
export type PublishView = {
  interviewId: string
  title: string
  slug: string
  revision: number
  items: ReadinessItem[]
  /** Numbers of the claims that readers will see, in the order of the words. */
  claims: { number: number; claimReviewed: string; verdict: string }[]
  /** Against the last page; empty before the first. */
  differences: ClaimDifference[]
  state: 'unpublished' | 'published' | 'taken-down'
  publications: { number: number; kind: string; at: string; by: string }[]
  abilities: { publish: Decision; takeDown: Decision }
}
