import type { ClaimView } from '@/claims/views'
import { PRIORITIES, STATUSES, type Status } from '@/claims/words-of-the-trade'
import { type ClaimFilter, keepsClaim } from '@/components/claims/claim-order'

/** What the list of one interview's claims is narrowed to, in the browser: all of them are there. */
export type ListFilter = {
  stands: ClaimFilter
  /** `me`, `nobody`, or empty for everybody's. */
  whose: '' | 'me' | 'nobody'
  /** A key of the scale, `none`, or empty for any. */
  verdict: string
  text: string
  sort: 'words' | 'due' | 'priority'
}

export const WHOLE_LIST: ListFilter = { stands: 'open', whose: '', verdict: '', text: '', sort: 'words' }

/** Everything but where the claims stand. */
function narrowed(claims: readonly ClaimView[], filter: ListFilter, memberId: string): ClaimView[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return claims.filter((claim) => {
    const assignee = claim.assignee?.id ?? null
    if (filter.whose === 'me' && assignee !== memberId) return false
    if (filter.whose === 'nobody' && assignee !== null) return false
    if (filter.verdict !== '' && (claim.verdictKey ?? 'none') !== filter.verdict) return false
    if (words.length === 0) return true
    const text = `${claim.number} ${claim.claimReviewed} ${claim.quote} ${claim.speaker}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The claims that the list shows, in its order. @param claims in the order of their words. */
export function listedClaims(
  claims: readonly ClaimView[],
  filter: ListFilter,
  memberId: string,
): ClaimView[] {
  const kept = narrowed(claims, filter, memberId).filter((claim) => keepsClaim(claim, filter.stands))
  if (filter.sort === 'words') return kept
  const due = (claim: ClaimView) =>
    claim.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(claim.dueAt)
  const rank = (claim: ClaimView) => (filter.sort === 'priority' ? -PRIORITIES.indexOf(claim.priority) : 0)
  // What is alike stays in the order of the words.
  return kept.sort((a, b) => rank(a) - rank(b) || compare(due(a), due(b)))
}

/** Infinity less infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

export type ListCounts = Record<Status | 'open' | 'needsAnchor', number>

/** How many claims stand where, everything else of the filter held. */
export function listCounts(claims: readonly ClaimView[], filter: ListFilter, memberId: string): ListCounts {
  const of: ListCounts = {
    open: 0,
    needsAnchor: 0,
    flagged: 0,
    researching: 0,
    awaitingReply: 0,
    inReview: 0,
    approved: 0,
    held: 0,
    dropped: 0,
  }
  for (const claim of narrowed(claims, filter, memberId))
    for (const where of ['open', 'needsAnchor', ...STATUSES] as const)
      if (keepsClaim(claim, where)) of[where]++
  return of
}
