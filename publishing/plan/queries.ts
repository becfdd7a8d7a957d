import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { databaseNow } from '@/platform/database-clock'
import { db } from '@/platform/db'
import { buildSnapshot } from '@/publishing/build-snapshot'
import { loadDraft } from '@/publishing/load-draft'
import { changedSince } from '@/publishing/plan/changed-since'
import { notesOfLastPlan, plannerOf, waitingPlanOf } from '@/publishing/plan/store'
import type { PlanView } from '@/publishing/plan/views'
import { whyStopped } from '@/publishing/plan/why-stopped'
import { canPublish } from '@/publishing/policy'
import { readiness } from '@/publishing/readiness'
import { pageSnapshotSchema } from '@/publishing/snapshot-schema'

const PAST = 20

/** The plan that waits for an interview, how it stands to the desk now, and those that ended. @throws NotFound */
export async function planView(actor: Actor, interviewId: string): Promise<PlanView> {
  const [draft, waiting, notes, past, now] = await Promise.all([
    loadDraft(db(), interviewId),
    waitingPlanOf(db(), interviewId),
    notesOfLastPlan(db(), interviewId),
    db().publicationPlan.findMany({
      where: { interviewId, state: { not: 'waiting' } },
      orderBy: { endedAt: 'desc' },
      take: PAST,
      select: {
        id: true,
        publishAt: true,
        state: true,
        reason: true,
        number: true,
        endedAt: true,
        plannedBy: { select: { name: true } },
      },
    }),
    databaseNow(db()),
  ])
  const { embargoUntil } = draft
  const at = now.toISOString()
  const earliest = embargoUntil !== null && embargoUntil > at ? embargoUntil : at
  return {
    interviewId,
    zone: draft.site.timeZone,
    embargoUntil: earliest === at ? null : embargoUntil,
    blockers: readiness(draft, earliest).flatMap(({ level, message }) =>
      level === 'blocker' ? [message] : [],
    ),
    waiting: waiting && {
      id: waiting.id,
      publishAt: waiting.publishAt.toISOString(),
      plannedBy: waiting.plannedBy?.name ?? 'Claimline',
      claims: waiting.snapshot.claims.length,
      stops: whyStopped(
        { snapshot: waiting.snapshot, publishAt: waiting.publishAt.toISOString() },
        draft,
        plannerOf(waiting),
        // As it will stand at its time, or now where that is over.
        waiting.publishAt > now ? waiting.publishAt.toISOString() : at,
      ),
      changedSince: changedSince(
        waiting.snapshot,
        pageSnapshotSchema.parse(buildSnapshot(draft, waiting.publishAt.toISOString(), waiting.changes)),
      ),
    },
    notes,
    past: past.flatMap(({ state, endedAt, publishAt, plannedBy, ...row }) =>
      state === 'waiting' || !endedAt
        ? []
        : [
            {
              ...row,
              state,
              publishAt: publishAt.toISOString(),
              endedAt: endedAt.toISOString(),
              plannedBy: plannedBy?.name ?? 'Claimline',
            },
          ],
    ),
    abilities: { plan: canPublish(actor) },
  }
}
