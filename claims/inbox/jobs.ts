import 'server-only'
import { z } from 'zod'
import { tellDeadlines } from '@/claims/inbox/deadlines'
import { bundleMail, mailBundle } from '@/claims/inbox/mail-notices'
import { sweepNotices } from '@/claims/inbox/sweep-notices'
import { defineJob } from '@/platform/jobs'

const nothing = z.object({})

const deadlines = defineJob({
  name: 'deadlines',
  data: nothing,
  cron: '*/3 * * * *',
  run: tellDeadlines,
})

const mailMember = defineJob({
  name: 'mail-member',
  data: z.object({ memberId: z.uuid(), at: z.iso.datetime() }),
  // The last try is some four hours after the first.
  retry: { limit: 8, delaySeconds: 30 },
  run: mailBundle,
})

const mail = defineJob({
  name: 'mail',
  data: nothing,
  cron: '* * * * *',
  run: async () => {
    for (const bundle of await bundleMail()) await mailMember.send(bundle)
  },
})

const sweep = defineJob({ name: 'sweep-notices', data: nothing, cron: '17 3 * * *', run: sweepNotices })

/** What the inbox needs done beside requests. */
export const inboxJobs = [deadlines, mail, mailMember, sweep]
