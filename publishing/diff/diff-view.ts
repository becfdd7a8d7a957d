import { z } from 'zod'
import type { Decision } from '@/platform/decision'
import type { ClaimDifference } from '@/publishing/compare'
import type { PageDiff } from '@/publishing/diff/diff-pages'

/** One side of a comparison: the number of a publication, or what would be published from the desk now. */
export type Side = number | 'desk'

/** Two sides as they stand in the address: `3..5`, `5..desk`. Null for anything else. */
export function readPair(address: string): { before: Side; after: Side } | null {
  const [, before, after] = /^([1-9]\d{0,5})\.\.([1-9]\d{0,5}|desk)$/.exec(address) ?? []
  if (!before || !after) return null
  return { before: Number(before), after: after === 'desk' ? 'desk' : Number(after) }
}

/** Address of a comparison at the desk. */
export function pairPath(interviewId: string, before: Side, after: Side): string {
  return `/desk/interviews/${interviewId}/publications/${before}..${after}`
}

/** What the page of a comparison is asked for besides the two: a section alone, and from which of its entries on. */
export const diffFilterSchema = z.object({
  show: z
    .enum(['page', 'media', 'people', 'chapters', 'transcript', 'claims', 'background', 'told'])
    .optional()
    .catch(undefined),
  from: z.coerce.number().int().min(0).catch(0).default(0),
})
export type DiffFilter = z.infer<typeof diffFilterSchema>

/** A publication that can be compared: takedowns have nothing to compare. Moments are ISO 8601 in UTC. */
export type ComparablePublication = { number: number; kind: string; at: string; by: string }

/** What the desk shows of two publications. */
export type DiffView = {
  interviewId: string
  title: string
  slug: string
  revision: number
  /** IANA zone in which moments are shown. */
  timeZone: string
  before: Side
  after: Side
  /** Newest first. */
  publications: ComparablePublication[]
  diff: PageDiff
  /** How the later text can go out again; null where it is the one that readers see, or is at the desk. */
  restore: { number: number; differences: ClaimDifference[]; warnings: string[]; decision: Decision } | null
}
