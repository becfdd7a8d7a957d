import 'server-only'
import { type ClaimRecord, loadClaim } from '@/claims/store'
import type { Tx } from '@/platform/db'

/** The claim that holds this one's check: itself, or the root that it repeats. @throws NotFound */
export async function rootOf(tx: Tx, claimId: string): Promise<ClaimRecord> {
  const claim = await loadClaim(tx, claimId)
  return claim.repeatOfId ? loadClaim(tx, claim.repeatOfId) : claim
}
