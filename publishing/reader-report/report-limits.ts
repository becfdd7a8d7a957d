import 'server-only'
import { countAgainst, limiter } from '@/newsroom/attempts'
import { networkOf } from '@/newsroom/network-of'

/**
 * How much may be reported: by one network address, which may be a whole school behind one router, and about one page,
 * whoever sends it. Counted in PostgreSQL, so for all server processes together.
 */
export const REPORTS_PER_ADDRESS = 10
export const REPORTS_PER_PAGE = 60
const WINDOW_SECONDS = 15 * 60

let limiters: Record<'address' | 'page', ReturnType<typeof limiter>> | undefined

/** Counts one report. @throws RateLimited, with the seconds to wait, once either counter is used up. */
export async function countReport(address: string, slug: string): Promise<void> {
  limiters ??= {
    address: limiter('report-address', REPORTS_PER_ADDRESS, WINDOW_SECONDS),
    page: limiter('report-page', REPORTS_PER_PAGE, WINDOW_SECONDS),
  }
  await countAgainst(
    limiters.address,
    networkOf(address),
    (seconds) => `You have sent many reports. ${wait(seconds)}`,
  )
  await countAgainst(
    limiters.page,
    slug,
    (seconds) => `Many reports about this page came in just now. ${wait(seconds)}`,
  )
}

function wait(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return `Send yours in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; what you wrote is still here.`
}
