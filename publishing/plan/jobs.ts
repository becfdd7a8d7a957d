import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/platform/jobs'
import { log } from '@/platform/log'
import { publishDuePlans } from '@/publishing/plan/publish-plan'

/**
 * Publishes what is due. It is sent for the moment of each plan and looked for twice a second; the schedule finds what such a
 * message was lost for, and what came due while no server ran.
 */
export const publishDue = defineJob({
  name: 'publish-due',
  data: z.object({}),
  cron: '* * * * *',
  lookSeconds: 0.5,
  retry: { limit: 8, delaySeconds: 2 },
  run: publishDuePlans,
})

/** Has a plan looked at in its moment. Where that cannot be arranged the schedule finds it, within a minute. */
export async function callAtItsTime({
  planId,
  publishAt,
}: {
  planId: string
  publishAt: string
}): Promise<void> {
  try {
    await publishDue.send({}, { key: `${planId} ${publishAt}`, startAfter: new Date(publishAt) })
  } catch (error) {
    log.warn({ planId, error: String(error) }, 'a plan waits for the schedule')
  }
}
