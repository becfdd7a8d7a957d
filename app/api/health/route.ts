import { db } from '@/platform/db'
import { jobsRun } from '@/platform/jobs'
import { log } from '@/platform/log'

export const dynamic = 'force-dynamic'

/**
 * For load balancers and `npm start`: 200 where a query can be answered, 503 where not. `jobs` says whether this process
 * also takes part in what is done beside requests; one that does not yet can answer all the same.
 */
export async function GET(): Promise<Response> {
  const database = await reachable()
  return Response.json(
    { ok: database, database, jobs: jobsRun() },
    {
      status: database ? 200 : 503,
      headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
    },
  )
}

async function reachable(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`
    return true
  } catch (error) {
    log.error({ err: error }, 'database not reachable')
    return false
  }
}
