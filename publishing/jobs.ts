import 'server-only'
import { z } from 'zod'
import { inboxJobs } from '@/claims/inbox/jobs'
import { defineJob, type Job } from '@/platform/jobs'
import { removeOldReceipts } from '@/platform/receipts'
import { publishDue } from '@/publishing/plan/jobs'
import { forgetAddresses } from '@/publishing/reader-report/forget-addresses'
import { removeOldUploads } from '@/transcripts/upload-store'

const sweep = defineJob({
  name: 'sweep',
  data: z.object({}),
  cron: '47 2 * * *',
  run: async () => {
    await removeOldUploads()
    await removeOldReceipts()
    await forgetAddresses()
  },
})

/** All that is done beside requests; instrumentation.ts starts it. */
export const jobs: readonly Job[] = [...inboxJobs, publishDue, sweep]
