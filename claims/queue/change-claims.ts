import 'server-only'
import { notify } from '@/claims/notify'
import { changeClaimsSchema, type QueueChange } from '@/claims/queue/change-schema'
import { type KeptChange, type KeptClaim, keptColumns } from '@/claims/queue/kept-change'
import { type Plan, planChange, type QueueClaim } from '@/claims/queue/plan-change'
import type { ChangeResult } from '@/claims/queue/views'
import {
  activeMembers,
  interviewTitles,
  loadForChange,
  raiseRevisions,
  writeClaims,
} from '@/claims/queue/write-change'
import type { Actor } from '@/newsroom/roles'
import type { AuditDraft } from '@/platform/audit'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { Invalid } from '@/platform/errors'
import { uuid7 } from '@/platform/uuid'

type Planned = { claim: QueueClaim; plan: Extract<Plan, { kind: 'write' }> }

/** How long a change can be taken back. */
const KEPT_DAYS = 7

/**
 * Changes many claims at once, each under the rules of its own: those that may not be changed are left as they are and
 * named with the reason, the rest is done. All of it is one transaction.
 * @throws NotFound where none of the claims exists; Invalid where the member or topic to set does not.
 */
export const changeClaims = command({
  input: changeClaimsSchema,
  load: async (tx, input, _actor: Actor) => {
    const claims = await loadForChange(tx, input.claimIds)
    return { claims, titles: await interviewTitles(tx, claims) }
  },
  // Who may is asked claim by claim, below.
  allow: () => allow,
  run: async (tx, { actor, input: { requestId, change }, loaded: { claims, titles } }) => {
    const active = await activeMembers(tx)
    if (change.kind === 'assign' && change.to !== null && !active.has(change.to))
      throw new Invalid('That member is not active.', { 'change.to': 'Choose an active member.' })
    const moment = { at: now(), active }
    const plans = claims.map((claim) => ({ claim, plan: planChange(claim, actor, change, moment) }))
    const result: ChangeResult = { changeId: requestId, changed: 0, already: 0, left: [] }
    const planned: Planned[] = []
    for (const { claim, plan } of plans) {
      if (plan.kind === 'write') planned.push({ claim, plan })
      else if (plan.kind === 'already') result.already++
      else
        result.left.push({
          id: claim.id,
          number: claim.number,
          interviewTitle: titles.get(claim.interviewId) ?? '',
          reason: plan.reason,
        })
    }
    result.changed = planned.length
    const kept = await write(tx, actor, planned, change)
    if (planned.length > 0) await keep(tx, actor, requestId, { change, claims: kept })
    return { value: result, audit: auditOf(planned) }
  },
})

async function write(tx: Tx, actor: Actor, planned: readonly Planned[], change: QueueChange) {
  if (planned.length === 0) return []
  const revisionOf = await raiseRevisions(
    tx,
    planned.map(({ claim }) => claim.interviewId),
  )
  await writeClaims(
    tx,
    actor.id,
    planned.map(({ claim, plan }) => ({ ...plan, claim, revision: revisionOf(claim.interviewId) })),
  )
  // As they stand now: what shares a check with another claim of the same change was touched twice.
  const written = await tx.claim.findMany({
    where: { id: { in: planned.map(({ claim }) => claim.id) } },
    select: { id: true, revision: true },
  })
  const standing = new Map(written.map(({ id, revision }) => [id, revision]))
  const kept = planned.map(
    ({ claim, plan }): KeptClaim => ({
      claimId: claim.id,
      revision: standing.get(claim.id) ?? revisionOf(claim.interviewId),
      before: keptColumns(claim, Object.keys(plan.columns)),
      ...(plan.topics ? { topics: claim.topics } : {}),
      ...(change.kind === 'handBack' ? { commentId: uuid7() } : {}),
    }),
  )
  if (change.kind === 'handBack') await sayWhy(tx, actor, planned, kept, change.reason)
  if (change.kind === 'assign') await tellAssigned(tx, actor, planned, kept, change.to)
  return kept
}

async function sayWhy(
  tx: Tx,
  actor: Actor,
  planned: readonly Planned[],
  kept: readonly KeptClaim[],
  reason: string,
): Promise<void> {
  const commentOf = new Map(kept.map((one) => [one.claimId, one.commentId]))
  const told = planned.flatMap(({ claim, plan }) => {
    const commentId = commentOf.get(claim.id)
    return commentId ? [{ claim, commentId, to: plan.columns.assigneeId ?? claim.assigneeId }] : []
  })
  await tx.comment.createMany({
    data: told.map(({ claim, commentId }) => ({
      id: commentId,
      interviewId: claim.interviewId,
      claimId: claim.id,
      authorId: actor.id,
      kind: 'handedBack',
      body: reason,
    })),
  })
  await notify(
    tx,
    told.map(({ claim, commentId, to }) => ({
      memberIds: to === null ? [] : [to],
      kind: 'handedBack',
      interviewId: claim.interviewId,
      claimId: claim.id,
      commentId,
      actor,
      text: reason,
      key: `handedBack:${commentId}`,
    })),
  )
}

async function tellAssigned(
  tx: Tx,
  actor: Actor,
  planned: readonly Planned[],
  kept: readonly KeptClaim[],
  to: string | null,
): Promise<void> {
  if (to === null) return
  const revisionOf = new Map(kept.map((one) => [one.claimId, one.revision]))
  await notify(
    tx,
    planned.map(({ claim }) => ({
      memberIds: [to],
      kind: 'assigned',
      interviewId: claim.interviewId,
      claimId: claim.id,
      actor,
      text: claim.claimReviewed || claim.quote,
      key: assignedKey(claim.id, revisionOf.get(claim.id) ?? 0),
    })),
  )
}

/** The same claim can be assigned to the same member again: the revision tells the times apart. */
export function assignedKey(claimId: string, revision: number): string {
  return `assigned:${claimId}:${revision}`
}

async function keep(tx: Tx, actor: Actor, id: string, kept: KeptChange): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60_000)
  await tx.queueChange.deleteMany({ where: { memberId: actor.id, at: { lt: before } } })
  await tx.queueChange.create({ data: { id, memberId: actor.id, kept } })
}

function auditOf(planned: readonly Planned[]): readonly [AuditDraft, ...AuditDraft[]] {
  const [first, ...rest] = planned.map(
    ({ claim, plan }): AuditDraft => ({
      action: plan.action,
      subject: `Claim ${claim.number}`,
      interviewId: claim.interviewId,
      claimId: claim.id,
      before: plan.before,
      after: plan.after,
    }),
  )
  return first ? [first, ...rest] : [{ action: 'claim.change-repeated', subject: 'Claims of the queue' }]
}
