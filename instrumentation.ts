/** Runs once when a server process starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { installResponseFraming } = await import('@/platform/response-framing')
  installResponseFraming()
  const { removeOldUploads } = await import('@/transcripts/upload-store')
  const { removeOldReceipts } = await import('@/platform/receipts')
  const { log } = await import('@/platform/log')
  // Not waited for: a server that cannot tidy up can still serve.
  removeOldUploads().catch((error: unknown) => log.warn({ error: String(error) }, 'old uploads stay'))
  removeOldReceipts().catch((error: unknown) => log.warn({ error: String(error) }, 'old receipts stay'))
}
