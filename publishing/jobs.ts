import 'server-only'
import { z } from 'zod'
import { inboxJobs } from '@/claims/inbox/jobs'
import { defineJob, type Job } from '@/platform/jobs'
import { removeOldReceipts } from '@/platform/receipts'
import { publishDue } from '@/publishing/plan/jobs'
import { removeOldUploads } from '@/transcripts/upload-store'

const sweep = defineJob({
  name: 'sweep',
  data: z.object({}),
  cron: '47 2 * * *',
  run: async () => {
    await removeOldUploads()
    await removeOldReceipts()
  },
})

/** All that is done beside requests; instrumentation.ts starts it. */
export const jobs: readonly Job[] = [...inboxJobs, publishDue, sweep]
