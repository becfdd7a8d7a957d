import 'server-only'
import { notify } from '@/claims/notify'
import type { Actor } from '@/newsroom/roles'
import type { Who } from '@/platform/audit'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { db, type Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { Conflict, Invalid } from '@/platform/errors'
import { log } from '@/platform/log'
import { momentWords } from '@/platform/moment-words'
import type { Draft } from '@/publishing/draft'
import { loadDraft } from '@/publishing/load-draft'
import { planIdSchema } from '@/publishing/plan/schema'
import { CLAIMLINE, endPlan, lockPlan, plannerOf, stopPlan, type WaitingPlan } from '@/publishing/plan/store'
import { whyStopped } from '@/publishing/plan/why-stopped'
import { canPublish } from '@/publishing/policy'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { storePublication } from '@/publishing/store-publication'

/**
 * Carrying plans out. The plan's row under the interview's lock is the only truth: whoever comes second, in whichever
 * process, finds it ended. So a job may look as often as it likes (publishing/plan/jobs.ts).
 */

/** A waiting plan under its interview's lock, with the desk as it stands and the database's time. @throws Conflict */
async function loadPlan(tx: Tx, planId: string) {
  const plan = await lockPlan(tx, planId)
  return { plan, draft: await loadDraft(tx, plan.interviewId), now: await databaseNow(tx) }
}

/** Publishes a waiting plan's document before its time. @throws Conflict where it waits no more; Invalid with the reason for which it may not go out. */
export const publishPlanNow = command({
  input: planIdSchema,
  load: (tx, { planId }) => loadPlan(tx, planId),
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { actor, loaded: { plan, draft, now } }) => {
    const planned = { snapshot: plan.snapshot, publishAt: plan.publishAt.toISOString() }
    const reason = whyStopped(planned, draft, { ...actor, deactivated: false }, now.toISOString())
    if (reason !== null) throw new Invalid(`It cannot go out. ${reason}`)
    return goesOut(tx, { plan, draft, now, by: actor.id })
  },
})

/** Publishes a plan whose time has come, or stops it. @throws Conflict where its time has not come, or it waits no more. */
const publishDuePlan = command({
  input: planIdSchema,
  load: async (tx, { planId }) => {
    const loaded = await loadPlan(tx, planId)
    if (loaded.plan.publishAt > loaded.now) throw new Conflict('Its time has not come.')
    return loaded
  },
  allow: (_system: Who) => allow,
  run: async (tx, { loaded: { plan, draft, now } }) => {
    const planned = { snapshot: plan.snapshot, publishAt: plan.publishAt.toISOString() }
    const reason = whyStopped(planned, draft, plannerOf(plan), now.toISOString())
    if (reason !== null) {
      return { value: null, audit: [await stopPlan(tx, plan, { reason, at: now, by: null })] }
    }
    await tellPlanner(tx, plan, draft, now)
    return goesOut(tx, { plan, draft, now, by: plan.plannedBy?.id ?? null })
  },
})

async function goesOut(
  tx: Tx,
  { plan, draft, now, by }: { plan: WaitingPlan; draft: Draft; now: Date; by: string | null },
) {
  const snapshot = asOf(plan.snapshot, draft, now.toISOString())
  // Ended first, so that it is not one of the plans that a publication in between would stop.
  await endPlan(tx, plan.id, { number: snapshot.number, at: now })
  const { told } = await storePublication(tx, {
    interviewId: plan.interviewId,
    snapshot,
    changes: plan.changes,
    by,
    at: now,
  })
  return {
    value: { slug: snapshot.interview.slug, number: snapshot.number },
    audit: [
      {
        action: 'interview.published',
        subject: `“${snapshot.interview.title}”, publication ${snapshot.number}`,
        interviewId: plan.interviewId,
        after: {
          ...told,
          plannedFor: plan.publishAt.toISOString(),
          plannedBy: plan.plannedBy?.name ?? '',
        },
      },
    ],
  } as const
}

/** The planned document with the moments at which it truly goes out. */
function asOf(page: PageSnapshot, draft: Draft, at: string): PageSnapshot {
  return {
    ...page,
    publishedAt: at,
    firstPublishedAt: draft.lastPage?.firstPublishedAt ?? at,
    changes: page.changes.map((change) => (change.publication === page.number ? { ...change, at } : change)),
  }
}

async function tellPlanner(tx: Tx, plan: WaitingPlan, draft: Draft, now: Date): Promise<void> {
  await notify(tx, [
    {
      memberIds: plan.plannedBy ? [plan.plannedBy.id] : [],
      kind: 'planned',
      interviewId: plan.interviewId,
      actor: null,
      text: `It went out ${momentWords(now, draft.site.timeZone)}, as publication ${plan.snapshot.number}.`,
      key: `planned:${plan.id}:published`,
    },
  ])
}

/**
 * Publishes or stops every plan whose time has come by the database's clock, the earliest first. Safe to run at any time, in
 * any number of processes. What fails is logged and does not keep the others waiting.
 * @throws the first failure, once all were tried, so that a job is tried again.
 */
export async function publishDuePlans(): Promise<void> {
  const due = await db().publicationPlan.findMany({
    where: { state: 'waiting', publishAt: { lte: await databaseNow(db()) } },
    orderBy: { publishAt: 'asc' },
    select: { id: true },
  })
  const failures: unknown[] = []
  for (const { id } of due) {
    try {
      await publishDuePlan(CLAIMLINE, { planId: id })
    } catch (error) {
      // Another process was first, or its time was moved.
      if (error instanceof Conflict) continue
      log.error({ planId: id, error: String(error) }, 'a planned publication did not go out')
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
