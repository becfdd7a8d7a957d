import type { ClaimView } from '@/claims/views'
import type { Status } from '@/claims/words-of-the-trade'

/** Claims in the order of their words; those without words (made elsewhere, or to be re-anchored) follow by number. */
export function orderClaims(
  claims: readonly ClaimView[],
  turnPlace: (turnId: string) => number,
): ClaimView[] {
  const place = (claim: ClaimView) => {
    const turn = claim.anchor ? turnPlace(claim.anchor.firstTurnId) : -1
    return turn < 0 ? Number.POSITIVE_INFINITY : turn
  }
  return [...claims].sort((a, b) => {
    const [placeA, placeB] = [place(a), place(b)]
    if (placeA !== placeB) return placeA < placeB ? -1 : 1
    if (placeA === Number.POSITIVE_INFINITY) return a.number - b.number
    return (a.anchor?.firstWord ?? 0) - (b.anchor?.firstWord ?? 0) || a.number - b.number
  })
}

/** What the list is narrowed to. `open` is everything that was not dropped. */
export type ClaimFilter = Status | 'open' | 'needsAnchor'

export function keepsClaim(claim: ClaimView, filter: ClaimFilter): boolean {
  if (filter === 'open') return claim.status !== 'dropped'
  if (filter === 'needsAnchor') return claim.needsAnchor && claim.status !== 'dropped'
  return claim.status === filter
}

export function countBy(claims: readonly ClaimView[], filter: ClaimFilter): number {
  return claims.filter((claim) => keepsClaim(claim, filter)).length
}
