import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PageSnapshot, SnapshotChange, SnapshotClaim } from '@/publishing/snapshot-schema'

/** What an open page asks for to learn whether it is still the newest: a few hundred bytes, the same for everybody. */
export const livePageSchema = z.object({
  publication: z.number().int(),
  /** Number and mark of each claim; the mark changes whenever readers would see something else under it. */
  claims: z.array(z.tuple([z.number().int(), z.string()])),
  /** How many changes readers were told of, and how many of them are corrections. */
  changes: z.number().int(),
  corrections: z.number().int(),
})
export type LivePage = z.infer<typeof livePageSchema>

export function livePage(page: Pick<PageSnapshot, 'number' | 'claims' | 'changes'>): LivePage {
  return {
    publication: page.number,
    claims: page.claims.map((claim) => [claim.number, markOfClaim(claim, page.changes)]),
    changes: page.changes.length,
    corrections: page.changes.filter((change) => change.kind === 'correction').length,
  }
}

/** Eight letters that stand for a claim as it is shown, with what readers were told of its changes. */
export function markOfClaim(claim: SnapshotClaim, changes: readonly SnapshotChange[]): string {
  const own = changes.filter((change) => change.claimNumber === claim.number)
  return createHash('sha256')
    .update(JSON.stringify([claim, own]))
    .digest('base64url')
    .slice(0, 8)
}
