import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyAttempts } from '@/newsroom/attempts-message'
import { db } from '@/platform/db'
import { RateLimited } from '@/platform/errors'

/** Attempts in a quarter of an hour. An address may be a whole newsroom behind one router, so it gets more. */
export const ATTEMPTS_PER_ACCOUNT = 10
export const ATTEMPTS_PER_ADDRESS = 60
const WINDOW_SECONDS = 15 * 60

// The counters lie in the database because several server processes share them. The library speaks to a pg pool; this
// one method is all it uses of it, so it runs over the pool the process already has.
const store = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows: unknown = await db().$queryRawUnsafe(text, ...values)
    const list = Array.isArray(rows) ? rows.map(toNumbers) : []
    return { rows: list, rowCount: list.length }
  },
}

function toNumbers(row: { points?: unknown; expire?: unknown }) {
  return { points: Number(row.points), expire: row.expire === null ? null : Number(row.expire) }
}

function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  })
}

let limiters: { account: RateLimiterPostgres; address: RateLimiterPostgres } | undefined
function both() {
  limiters ??= {
    account: limiter('sign-in-account', ATTEMPTS_PER_ACCOUNT),
    address: limiter('sign-in-address', ATTEMPTS_PER_ADDRESS),
  }
  return limiters
}

// Keys are hashed: the table names nobody who mistyped, and a key has one length.
function keyOf(value: string): string {
  return createHash('sha256').update(value.trim().toLowerCase()).digest('base64url')
}

/**
 * Counts one attempt before the password is looked at, so that parallel guesses cannot slip through.
 * @param address null where only the account counts, because somebody is signed in to it.
 * @throws RateLimited, with the seconds until the next attempt, once either counter is used up.
 */
export async function countAttempt(account: string, address: string | null): Promise<void> {
  const { account: byAccount, address: byAddress } = both()
  try {
    if (address !== null) await byAddress.consume(keyOf(address))
    await byAccount.consume(keyOf(account))
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    throw new RateLimited(tooManyAttempts(seconds), seconds)
  }
}

/** After a right password: the account starts afresh and the address gets its attempt back. */
export async function forgiveAttempts(account: string, address: string): Promise<void> {
  await both().account.delete(keyOf(account))
  await both().address.reward(keyOf(address))
}
