/** Runs once when a server process starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { installResponseFraming } = await import('@/platform/response-framing')
  installResponseFraming()
  const { removeOldUploads } = await import('@/transcripts/upload-store')
  const { removeOldReceipts } = await import('@/platform/receipts')
  const { log } = await import('@/platform/log')
  const { deskStreams } = await import('@/claims/live/desk-streams')
  // Next waits for open requests when it is told to end, and a stream does not end by itself.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void deskStreams().close())
  // Not waited for: a server that cannot tidy up can still serve.
  removeOldUploads().catch((error: unknown) => log.warn({ error: String(error) }, 'old uploads stay'))
  removeOldReceipts().catch((error: unknown) => log.warn({ error: String(error) }, 'old receipts stay'))
  const { mailPlace } = await import('@/platform/env')
  mailPlace() // half a setting is said at the start, and not when the first mail is due
  const { startJobs } = await import('@/platform/jobs')
  const { jobs } = await import('@/publishing/jobs')
  startJobs(jobs)
  const { hearPublished } = await import('@/publishing/hear-published')
  hearPublished()
}
