import 'server-only'
import { assignedKey } from '@/claims/queue/change-claims'
import { undoChangeSchema } from '@/claims/queue/change-schema'
import {
  columnsOf,
  type KeptChange,
  type KeptClaim,
  keptChangeSchema,
  keptColumns,
} from '@/claims/queue/kept-change'
import { planChange, type QueueClaim } from '@/claims/queue/plan-change'
import type { ChangeResult } from '@/claims/queue/views'
import {
  interviewTitles,
  loadForChange,
  raiseRevisions,
  type Write,
  writeClaims,
} from '@/claims/queue/write-change'
import type { Actor } from '@/newsroom/roles'
import type { AuditDraft } from '@/platform/audit'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { NotFound } from '@/platform/errors'

type Back = { claim: QueueClaim; kept: KeptClaim }

/**
 * Takes back one's own change of many, as one act: exactly those claims get what stood before that nobody touched since,
 * and that its maker may still change so. The others are named with the reason.
 * @throws NotFound where it was taken back already, or is older than a week.
 */
export const undoChange = command({
  input: undoChangeSchema,
  load: async (tx, input, actor: Actor) => {
    const row = await tx.queueChange.findFirst({ where: { id: input.changeId, memberId: actor.id } })
    if (!row) throw new NotFound('This was taken back already, or it is too long ago.')
    const kept = keptChangeSchema.parse(row.kept)
    const claims = await loadForChange(
      tx,
      kept.claims.map((one) => one.claimId),
    )
    return { kept, claims, titles: await interviewTitles(tx, claims) }
  },
  // Only one's own is found, and each claim is asked about below.
  allow: () => allow,
  run: async (tx, { actor, input, loaded: { kept, claims, titles } }) => {
    const result: ChangeResult = { changeId: input.changeId, changed: 0, already: 0, left: [] }
    const back: Back[] = []
    for (const claim of claims) {
      const one = kept.claims.find(({ claimId }) => claimId === claim.id)
      if (!one) continue
      const reason = whyNot(claim, one, actor, kept)
      if (reason === null) back.push({ claim, kept: one })
      else
        result.left.push({
          id: claim.id,
          number: claim.number,
          interviewTitle: titles.get(claim.interviewId) ?? '',
          reason,
        })
    }
    result.changed = back.length
    await restore(tx, actor, back)
    await tx.queueChange.delete({ where: { id: input.changeId } })
    return { value: result, audit: auditOf(back) }
  },
})

/** Null where the claim can be put back. */
function whyNot(claim: QueueClaim, one: KeptClaim, actor: Actor, { change }: KeptChange): string | null {
  if (claim.revision !== one.revision) return 'Somebody changed it since.'
  const then = { ...claim, ...columnsOf(one.before) }
  const plan = planChange(then, actor, change, { at: now(), active: new Set() })
  return plan.kind === 'refused' ? plan.reason : null
}

async function restore(tx: Tx, actor: Actor, back: readonly Back[]): Promise<void> {
  if (back.length === 0) return
  const revisionOf = await raiseRevisions(
    tx,
    back.map(({ claim }) => claim.interviewId),
  )
  await writeClaims(
    tx,
    actor.id,
    back.map(
      ({ claim, kept }): Write => ({
        claim,
        revision: revisionOf(claim.interviewId),
        columns: columnsOf(kept.before),
        ...(kept.topics ? { topics: kept.topics } : {}),
      }),
    ),
  )
  // Nobody answered, or the claim would have changed: the reason goes with what it was a reason for, and so does the news.
  await tx.comment.deleteMany({ where: { id: { in: back.flatMap(({ kept }) => kept.commentId ?? []) } } })
  await tx.notice.deleteMany({
    where: { readAt: null, key: { in: back.map(({ kept }) => assignedKey(kept.claimId, kept.revision)) } },
  })
}

function auditOf(back: readonly Back[]): readonly [AuditDraft, ...AuditDraft[]] {
  const [first, ...rest] = back.map(
    ({ claim, kept }): AuditDraft => ({
      action: 'claim.changeUndone',
      subject: `Claim ${claim.number}`,
      interviewId: claim.interviewId,
      claimId: claim.id,
      before: {
        ...keptColumns(claim, Object.keys(kept.before)),
        ...(kept.topics ? { topics: claim.topics } : {}),
      },
      after: { ...kept.before, ...(kept.topics ? { topics: kept.topics } : {}) },
    }),
  )
  return first ? [first, ...rest] : [{ action: 'claim.change-undo-repeated', subject: 'Claims of the queue' }]
}
