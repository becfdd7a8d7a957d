import 'server-only'
import { clockMovedBy } from '@/platform/clock'
import type { Reader } from '@/platform/db'

/**
 * The moment now by the database's clock, which all server processes share: it alone decides when something may be seen.
 * Asked anew each time, also within a transaction. Tests move it with `moveClock`, as they move the process's own.
 */
export async function databaseNow(reader: Reader): Promise<Date> {
  const rows = await reader.$queryRaw<{ at: Date }[]>`
    SELECT clock_timestamp() + ${clockMovedBy()}::double precision * interval '1 millisecond' AS at`
  const at = rows[0]?.at
  if (!at) throw new Error('The database did not tell its time.')
  return at
}
