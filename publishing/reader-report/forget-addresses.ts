import 'server-only'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'

const DAY_MS = 24 * 60 * 60_000
/** Long enough for an answer and an answer to that. */
const KEPT_DAYS = 90

/** Forgets readers' e-mail addresses a season after their reports were closed; the reports stay. */
export async function forgetAddresses(): Promise<void> {
  await db().readerReport.updateMany({
    where: { closedAt: { lt: new Date(now().getTime() - KEPT_DAYS * DAY_MS) }, replyTo: { not: '' } },
    data: { replyTo: '' },
  })
}
