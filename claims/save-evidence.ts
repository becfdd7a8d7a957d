import 'server-only'
import { canEditCheck } from '@/claims/policy'
import { evidenceView, presentClaim, standingOf } from '@/claims/present-claim'
import { removeItemSchema, saveEvidenceSchema } from '@/claims/schema'
import { copyOfRemoved } from '@/claims/sources/copy-columns'
import { expertColumns } from '@/claims/sources/expert-columns'
import { type ClaimRecord, loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { Conflict } from '@/platform/errors'

/** Adds a source to a claim, or changes one. @throws Conflict where somebody else changed or removed it first. */
export const saveEvidence = command({
  input: saveEvidenceSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const standing = claim.evidence.find((item) => item.id === input.evidenceId) ?? null
    if (input.evidenceId) {
      const { id: _id, ...now } = standing ? evidenceView(standing) : { id: null }
      if (!standing || !input.from || JSON.stringify(now) !== JSON.stringify({ ...now, ...input.from })) {
        throw new Conflict(
          'A colleague changed this source meanwhile. Both are here: choose or combine.',
          presentClaim(claim, actor, await readSettings(tx)),
        )
      }
    }
    const { expert: _expert, publishedOn, accessedOn, ...rest } = input.to
    const columns = {
      ...rest,
      publishedOn: publishedOn ? new Date(publishedOn) : null,
      accessedOn: accessedOn ? new Date(accessedOn) : null,
      ...(await expertColumns(tx, input, standing)),
    }
    if (input.evidenceId) await tx.evidence.update({ where: { id: input.evidenceId }, data: columns })
    else
      await tx.evidence.create({
        data: {
          ...columns,
          ...(await copyOfRemoved(tx, claim.id, input.copyOf)),
          id: input.requestId,
          claimId: claim.id,
          position: nextPosition(claim.evidence),
        },
      })
    await recordContentChange(tx, { claim, revision, memberId: actor.id })
    const action = input.evidenceId ? 'evidence.changed' : 'evidence.added'
    return {
      value: claim.id,
      audit: [{ action, ...of, ...(input.from ? { before: input.from } : {}), after: input.to }],
    }
  },
})

/** Takes a source off a claim; the trail keeps what it said. Removing one that is gone already changes nothing. */
export const removeEvidence = command({
  input: removeItemSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const item = claim.evidence.find((candidate) => candidate.id === input.itemId)
    if (!item) return { value: claim.id, audit: [{ action: 'evidence.removal-repeated', ...of }] }
    await tx.evidence.delete({ where: { id: item.id } })
    await recordContentChange(tx, { claim, revision, memberId: actor.id })
    // The hash with it: whoever takes the removal back gets the kept copy back too.
    const before = { ...evidenceView(item), copyHash: item.copyHash }
    return { value: claim.id, audit: [{ action: 'evidence.removed', ...of, before }] }
  },
})

/** One after the last; gaps are of no account. */
export function nextPosition(items: readonly Pick<ClaimRecord['evidence'][number], 'position'>[]): number {
  return items.reduce((highest, item) => Math.max(highest, item.position), -1) + 1
}
