import 'server-only'
import { mergeChanges } from '@/claims/merge-changes'
import { notify } from '@/claims/notify'
import { canEdit, canEditCheck } from '@/claims/policy'
import { fieldsOf, presentClaim, standingOf } from '@/claims/present-claim'
import { type ClaimFields, reviseClaimSchema } from '@/claims/schema'
import {
  type ClaimRecord,
  loadClaimForChange,
  recordContentChange,
  recordStandingChange,
  topicIds,
} from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'

/** Fields that never reach readers; changing them leaves an approval standing. */
const DESK_ONLY: readonly (keyof ClaimFields)[] = ['internalNote', 'assigneeId', 'priority', 'dueAt']

/** Fields that a repeat shares with its root. */
const SHARED_FIELDS: readonly (keyof ClaimFields)[] = ['claimReviewed', 'verdictKey', 'explanation', 'topics']

/**
 * Changes what a claim says, field by field (see claims/schema.ts, `reviseClaimSchema`).
 * @throws Conflict with the claim as it stands where somebody else changed one of the same fields; nothing is saved then.
 */
export const reviseClaim = command({
  input: reviseClaimSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEdit(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const current = fieldsOf(claim)
    const { write, collisions } = mergeChanges(current, input.changes)
    if (collisions.length > 0) {
      throw new Conflict(
        'A colleague changed this meanwhile. Both texts are here: choose or combine.',
        presentClaim(claim, actor, await readSettings(tx)),
      )
    }
    const written = Object.keys(write) as (keyof ClaimFields)[]
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    if (written.length === 0)
      return { value: claim.id, audit: [{ action: 'claim.revision-repeated', ...of }] }
    if (standingOf(claim).repeat && written.some((key) => SHARED_FIELDS.includes(key))) {
      const refused = canEditCheck(actor, standingOf(claim))
      if (!refused.allowed) throw new Forbidden(refused.reason)
    }
    const data = await toColumns(tx, claim, write)
    const record = written.every((key) => DESK_ONLY.includes(key))
      ? recordStandingChange
      : recordContentChange
    await record(tx, { claim, revision, memberId: actor.id }, data)
    if (write.assigneeId)
      await notify(tx, [
        {
          memberIds: [write.assigneeId],
          kind: 'assigned',
          interviewId: claim.interviewId,
          claimId: claim.id,
          actor,
          text: claim.claimReviewed || claim.quote,
          key: `assigned:${claim.id}:${revision}`,
        },
      ])
    const before = Object.fromEntries(written.map((key) => [key, current[key]]))
    return { value: claim.id, audit: [{ action: 'claim.revised', ...of, before, after: { ...write } }] }
  },
})

/** Columns for the fields; topics are rows of their own. */
async function toColumns(tx: Tx, claim: ClaimRecord, write: Partial<ClaimFields>) {
  const { topics, ...columns } = write
  if (topics) {
    const ids = await topicIds(tx, topics)
    await tx.claimTopic.deleteMany({ where: { claimId: claim.id } })
    await tx.claimTopic.createMany({ data: ids.map((topicId) => ({ claimId: claim.id, topicId })) })
  }
  if (
    columns.verdictKey &&
    !(await tx.verdict.findFirst({
      where: { key: columns.verdictKey, OR: [{ retiredAt: null }, { key: claim.verdictKey ?? '' }] },
    }))
  )
    throw new Invalid('That verdict is not on the scale.', { verdictKey: 'Choose a verdict of the scale.' })
  if (
    columns.assigneeId &&
    !(await tx.member.findFirst({ where: { id: columns.assigneeId, deactivatedAt: null } }))
  )
    throw new Invalid('That member is not active.', { assigneeId: 'Choose an active member.' })
  return { ...columns, ...(await challengeColumns(tx, claim, write)) }
}

/** The second of the reply follows the turn of the reply; a claim that went unchallenged has neither. */
async function challengeColumns(tx: Tx, claim: ClaimRecord, write: Partial<ClaimFields>) {
  if (write.challenge === undefined && write.challengeTurnId === undefined) return {}
  const challenge = write.challenge ?? claim.challenge
  const turnId = write.challengeTurnId === undefined ? claim.challengeTurnId : write.challengeTurnId
  if (challenge === 'unchallenged' || turnId === null) return { challengeTurnId: null, challengeMs: null }
  const turn = await tx.turn.findFirst({
    where: { id: turnId, transcript: { interviewId: claim.interviewId } },
    select: { startMs: true },
  })
  if (!turn)
    throw new Invalid('That turn is not in this transcript.', {
      challengeTurnId: 'Choose a turn of this interview.',
    })
  return { challengeTurnId: turnId, challengeMs: turn.startMs }
}
