import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { Conflict } from '@/platform/errors'
import { decidePage } from '@/publishing/decide-page'
import { loadDraft } from '@/publishing/load-draft'
import { plannedMoment } from '@/publishing/plan/policy'
import { movePlanSchema, planSchema } from '@/publishing/plan/schema'
import { endPlan, lockPlan, subjectOf, waitingPlanOf } from '@/publishing/plan/store'
import { canPublish } from '@/publishing/policy'
import { DESK_CHANGED } from '@/publishing/publish-interview'
import { bumpRevision } from '@/transcripts/store'

export type PlannedAt = { planId: string; publishAt: string }

/**
 * Plans a publication: the document that the editor looked at is kept as it is, and goes out at its time. What may stop it
 * until then is said in publishing/plan/why-stopped.ts.
 * @throws Conflict where the desk changed since the editor looked, or another plan waits than they saw; Invalid where
 * something is missing, readers would not be told of a change, or the time will not do.
 */
export const planPublication = command({
  input: planSchema,
  load: async (tx, input) => {
    await bumpRevision(tx, input.interviewId)
    return {
      draft: await loadDraft(tx, input.interviewId),
      waiting: await waitingPlanOf(tx, input.interviewId),
      now: await databaseNow(tx),
    }
  },
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { actor, input, loaded: { draft, waiting, now } }) => {
    if ((waiting?.id ?? null) !== input.insteadOf)
      throw new Conflict(
        'Somebody planned or withdrew a publication of this interview meanwhile. Look again.',
      )
    if (draft.revision - 1 !== input.revision) throw new Conflict(DESK_CHANGED)
    const at = plannedMoment(input.publishAt, {
      now,
      embargoUntil: draft.embargoUntil,
      zone: draft.site.timeZone,
    })
    const publishAt = at.toISOString()
    const snapshot = decidePage(draft, publishAt, input.changes)
    if (waiting) await endPlan(tx, waiting.id, { state: 'withdrawn', reason: '', at: now })
    const plan = await tx.publicationPlan.create({
      data: {
        interviewId: input.interviewId,
        publishAt: at,
        revision: draft.revision,
        snapshot,
        changes: [...input.changes],
        plannedById: actor.id,
        plannedAt: now,
      },
      select: { id: true },
    })
    return {
      value: { planId: plan.id, publishAt } satisfies PlannedAt,
      audit: [
        {
          action: 'publication.planned',
          subject: subjectOf({ snapshot, publishAt: at }),
          interviewId: input.interviewId,
          after: {
            publishAt,
            claims: snapshot.claims.map((claim) => claim.number),
            insteadOf: waiting?.id ?? null,
          },
        },
      ],
    }
  },
})

/** Gives a waiting plan another time; its document stays as it is. @throws Conflict where it does not wait any more; Invalid */
export const movePlan = command({
  input: movePlanSchema,
  load: async (tx, { planId }) => {
    const plan = await lockPlan(tx, planId)
    return { plan, draft: await loadDraft(tx, plan.interviewId), now: await databaseNow(tx) }
  },
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { input, loaded: { plan, draft, now } }) => {
    const at = plannedMoment(input.publishAt, {
      now,
      embargoUntil: draft.embargoUntil,
      zone: draft.site.timeZone,
    })
    await tx.publicationPlan.update({ where: { id: plan.id }, data: { publishAt: at } })
    const publishAt = at.toISOString()
    return {
      value: { planId: plan.id, publishAt } satisfies PlannedAt,
      audit: [
        {
          action: 'publication.moved',
          subject: subjectOf(plan),
          interviewId: plan.interviewId,
          before: { publishAt: plan.publishAt.toISOString() },
          after: { publishAt },
        },
      ],
    }
  },
})
