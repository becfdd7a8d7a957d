import 'server-only'
import { canEditCheck } from '@/claims/policy'
import { standingOf } from '@/claims/present-claim'
import { placeEvidenceSchema } from '@/claims/schema'
import { placed } from '@/claims/sources/placed'
import { loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'

/**
 * Puts a source before another one, or last. Readers see the sources in this order, so it is part of what is approved. Where
 * a colleague removed either meanwhile, nothing moves: the answer shows what stands.
 */
export const placeEvidence = command({
  input: placeEvidenceSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const before = claim.evidence.map((item) => item.id)
    const after = placed(before, input.itemId, input.beforeId)
    if (after.join() === before.join())
      return { value: claim.id, audit: [{ action: 'evidence.placing-repeated', ...of }] }
    for (const [position, id] of after.entries())
      if (claim.evidence.find((item) => item.id === id)?.position !== position)
        await tx.evidence.update({ where: { id }, data: { position } })
    await recordContentChange(tx, { claim, revision, memberId: actor.id })
    return { value: claim.id, audit: [{ action: 'evidence.placed', ...of, before, after }] }
  },
})
