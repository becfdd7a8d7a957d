import 'server-only'
import { z } from 'zod'
import { notify } from '@/claims/notify'
import type { Actor } from '@/newsroom/roles'
import type { AuditDraft, Who } from '@/platform/audit'
import type { Prisma, Tx } from '@/platform/db'
import { Conflict } from '@/platform/errors'
import type { Planner } from '@/publishing/plan/why-stopped'
import { pageSnapshotSchema, publicChangeSchema } from '@/publishing/snapshot-schema'
import { bumpRevision } from '@/transcripts/store'

/** Rows of plans, inside the transactions of those who change them. */

/** What stops or carries out plans where no person does it. */
export const CLAIMLINE: Who = { id: null, name: 'Claimline' }

const changesSchema = z.array(publicChangeSchema.omit({ at: true, publication: true }))

const planSelect = {
  id: true,
  interviewId: true,
  publishAt: true,
  revision: true,
  snapshot: true,
  changes: true,
  plannedAt: true,
  plannedBy: { select: { id: true, name: true, role: true, deactivatedAt: true } },
} satisfies Prisma.PublicationPlanSelect

/** A plan that waits, its stored JSON read. */
export type WaitingPlan = Awaited<ReturnType<typeof planOf>>

function planOf(row: Prisma.PublicationPlanGetPayload<{ select: typeof planSelect }>) {
  return {
    ...row,
    snapshot: pageSnapshotSchema.parse(row.snapshot),
    changes: changesSchema.parse(row.changes),
  }
}

/** The plan that waits for an interview, or null. */
export async function waitingPlanOf(tx: Pick<Tx, 'publicationPlan'>, interviewId: string) {
  const row = await tx.publicationPlan.findFirst({
    where: { interviewId, state: 'waiting' },
    select: planSelect,
  })
  return row && planOf(row)
}

/** What was written for readers with the newest plan, as long as no publication followed it: nobody writes it twice. */
export async function notesOfLastPlan(tx: Pick<Tx, 'publicationPlan' | 'publication'>, interviewId: string) {
  const plan = await tx.publicationPlan.findFirst({
    where: { interviewId },
    orderBy: { plannedAt: 'desc' },
    select: { changes: true, plannedAt: true },
  })
  if (!plan) return []
  const after = { interviewId, publishedAt: { gt: plan.plannedAt } }
  const followed = await tx.publication.findFirst({ where: after, select: { id: true } })
  return followed ? [] : changesSchema.parse(plan.changes)
}

export const PLAN_ENDED = 'This plan does not wait any more. Look at the page again.'

/**
 * A waiting plan with its interview locked, in the order in which everything that publishes locks: the interview first.
 * @throws Conflict where it went out, was withdrawn or was stopped.
 */
export async function lockPlan(tx: Tx, planId: string): Promise<WaitingPlan> {
  const found = await tx.publicationPlan.findUnique({ where: { id: planId }, select: { interviewId: true } })
  if (!found) throw new Conflict(PLAN_ENDED)
  await bumpRevision(tx, found.interviewId)
  const plan = await waitingPlanOf(tx, found.interviewId)
  if (plan?.id !== planId) throw new Conflict(PLAN_ENDED)
  return plan
}

/** Ends a plan that waits, in one of the three ways. */
export async function endPlan(
  tx: Tx,
  planId: string,
  end: { state: 'withdrawn' | 'stopped'; reason: string; at: Date } | { number: number; at: Date },
): Promise<void> {
  await tx.publicationPlan.update({
    where: { id: planId },
    data:
      'number' in end
        ? { state: 'published', number: end.number, endedAt: end.at }
        : { state: end.state, reason: end.state === 'stopped' ? end.reason : '', endedAt: end.at },
  })
}

type Stop = {
  reason: string
  at: Date
  /** The member whose act stops it, who need not be told; null where none does. */
  by: string | null
}

/** Stops the plan that waits for an interview, if there is one. @returns what the trail says of it. */
export async function stopWaitingPlan(tx: Tx, interviewId: string, stop: Stop): Promise<AuditDraft[]> {
  const plan = await waitingPlanOf(tx, interviewId)
  return plan ? [await stopPlan(tx, plan, stop)] : []
}

/** Stops a plan. Whoever planned it and all who may publish are told. @returns what the trail says of it. */
export async function stopPlan(tx: Tx, plan: WaitingPlan, { reason, at, by }: Stop): Promise<AuditDraft> {
  await endPlan(tx, plan.id, { state: 'stopped', reason, at })
  await notify(tx, [
    {
      memberIds: await publishers(tx, plan.plannedBy),
      kind: 'planned',
      interviewId: plan.interviewId,
      actor: by === null ? null : { id: by, name: '' },
      text: `It was stopped. ${reason}`,
      key: `planned:${plan.id}:stopped`,
    },
  ])
  return {
    action: 'publication.stopped',
    subject: subjectOf(plan),
    interviewId: plan.interviewId,
    after: { reason },
  }
}

/** Who stands behind a plan, as the rule of publishing/plan/why-stopped.ts asks. */
export function plannerOf({ plannedBy }: Pick<WaitingPlan, 'plannedBy'>): Planner {
  return plannedBy && { ...plannedBy, deactivated: plannedBy.deactivatedAt !== null }
}

/** What a plan is called in the trail. */
export function subjectOf(plan: Pick<WaitingPlan, 'snapshot' | 'publishAt'>): string {
  return `“${plan.snapshot.interview.title}”, planned for ${plan.publishAt.toISOString()}`
}

async function publishers(
  tx: Tx,
  plannedBy: (Pick<Actor, 'role'> & { id: string }) | null,
): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { role: { in: ['editor', 'admin'] }, deactivatedAt: null },
    select: { id: true },
  })
  return [...members.map((member) => member.id), ...(plannedBy ? [plannedBy.id] : [])]
}
