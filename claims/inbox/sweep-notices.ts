import 'server-only'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'

const DAY_MS = 24 * 60 * 60_000
/** What was read is kept for a season, what was not for a year. */
const READ_DAYS = 90
const UNREAD_DAYS = 365

/** Forgets old notices. What they told of stays where it is. */
export async function sweepNotices(): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS)
  await db().notice.deleteMany({
    where: {
      OR: [{ readAt: { lt: before(READ_DAYS) } }, { at: { lt: before(UNREAD_DAYS) } }],
    },
  })
}
