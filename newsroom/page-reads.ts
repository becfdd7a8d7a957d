import 'server-only'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { limiter } from '@/newsroom/attempts'
import { RateLimited } from '@/platform/errors'

/** Pages that one member may have fetched from the web in a minute; more is no reading. */
export const PAGE_READS_PER_MINUTE = 20

let pages: ReturnType<typeof limiter> | undefined

/** Counts one page. @throws RateLimited, with the seconds until the next one. */
export async function countPageRead(memberId: string): Promise<void> {
  pages ??= limiter('page-read', PAGE_READS_PER_MINUTE, 60)
  try {
    await pages.consume(memberId)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    throw new RateLimited('That were many pages in a minute. Wait a little, or type it in.', seconds)
  }
}
