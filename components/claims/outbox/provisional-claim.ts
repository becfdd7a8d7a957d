import { flagClaimSchema, flagOutsideClaimSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import { blankClaim } from '@/components/claims/outbox/blank-claim'
import type { KeptAct } from '@/components/claims/outbox/kept-act'

/**
 * A claim that was flagged and that the server does not have yet, as the browser knows it: its words, and nothing that
 * only the server can say. It can be written on; its number is 0 until it has one.
 * @returns null for any other act.
 */
export function provisionalClaim({ act, input }: KeptAct): ClaimView | null {
  if (act === 'flagClaim') {
    const flag = flagClaimSchema.safeParse(input).data
    if (!flag) return null
    return { ...blankClaim(flag.requestId), anchor: flag.selection, quote: flag.seen ?? '' }
  }
  if (act !== 'flagOutsideClaim') return null
  const flag = flagOutsideClaimSchema.safeParse(input).data
  if (!flag) return null
  return {
    ...blankClaim(flag.requestId),
    origin: 'elsewhere',
    quote: flag.quote,
    speaker: flag.claimant,
    appearance: flag.appearance,
  }
}

/** True for a claim that the server does not have yet. */
export function isProvisional(claim: Pick<ClaimView, 'number'>): boolean {
  return claim.number === 0
}

/** What a claim is called: by its number, once it has one. */
export function claimName(claim: Pick<ClaimView, 'number'> | undefined): string {
  if (!claim) return 'Claim'
  return isProvisional(claim) ? 'New claim' : `Claim ${claim.number}`
}
