import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { planIdSchema } from '@/publishing/plan/schema'
import { endPlan, lockPlan, subjectOf } from '@/publishing/plan/store'
import { canPublish } from '@/publishing/policy'

/** Takes a waiting plan back: nothing goes out. @throws Conflict where it went out or was stopped in the same moment. */
export const withdrawPlan = command({
  input: planIdSchema,
  load: (tx, { planId }) => lockPlan(tx, planId),
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { loaded: plan }) => {
    await endPlan(tx, plan.id, { state: 'withdrawn', reason: '', at: await databaseNow(tx) })
    return {
      value: { planId: plan.id },
      audit: [{ action: 'publication.withdrawn', subject: subjectOf(plan), interviewId: plan.interviewId }],
    }
  },
})
