import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyAttempts } from '@/newsroom/attempts-message'
import { networkOf } from '@/newsroom/network-of'
import { db } from '@/platform/db'
import { RateLimited } from '@/platform/errors'

/** Attempts in a quarter of an hour. An address may be a whole newsroom behind one router, so it gets more. */
export const ATTEMPTS_PER_ACCOUNT = 10
export const ATTEMPTS_PER_ADDRESS = 60
/**
 * Whoever has learnt a password may guess at the code for months: ten tries in a quarter of an hour are 350,000 a year, of a
 * million codes of which three are right at a time.
 */
export const CODES_PER_DAY = 30
const DAY_SECONDS = 24 * 60 * 60
/** A challenge for passkeys is made whenever somebody opens the sign-in page; it is no attempt, only a row in a table. */
const CHALLENGES_PER_ADDRESS = 300
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

/** A counter of so many points in so many seconds, shared by all server processes. */
export function limiter(keyPrefix: string, points: number, seconds = WINDOW_SECONDS) {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration: seconds,
  })
}

let limiters: Record<'account' | 'address' | 'challenge' | 'codesOfDay', RateLimiterPostgres> | undefined
function all() {
  limiters ??= {
    account: limiter('sign-in-account', ATTEMPTS_PER_ACCOUNT),
    address: limiter('sign-in-address', ATTEMPTS_PER_ADDRESS),
    challenge: limiter('passkey-challenge', CHALLENGES_PER_ADDRESS),
    codesOfDay: limiter('codes-of-day', CODES_PER_DAY, DAY_SECONDS),
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
  const { account: byAccount, address: byAddress } = all()
  if (address !== null) await consume(byAddress, networkOf(address))
  await consume(byAccount, account)
}

/** Counts one challenge for passkeys. @throws RateLimited */
export function countPasskeyChallenge(address: string): Promise<void> {
  return consume(all().challenge, networkOf(address))
}

/** Counts one try at a code of six digits against what a day allows. @throws RateLimited */
export function countCodeOfDay(memberId: string): Promise<void> {
  return consume(all().codesOfDay, memberId)
}

/** After a right code the day starts afresh. */
export async function forgiveCodesOfDay(memberId: string): Promise<void> {
  await all().codesOfDay.delete(keyOf(memberId))
}

/**
 * Counts one of `value` against a counter; keys are hashed.
 * @param say the sentence for who has to wait so many seconds.
 * @throws RateLimited
 */
export async function countAgainst(
  limiter: RateLimiterPostgres,
  value: string,
  say: (seconds: number) => string,
): Promise<void> {
  try {
    await limiter.consume(keyOf(value))
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    throw new RateLimited(say(seconds), seconds)
  }
}

function consume(limiter: RateLimiterPostgres, value: string): Promise<void> {
  return countAgainst(limiter, value, tooManyAttempts)
}

/** After a right password: the account starts afresh and the address, where one was counted, gets its attempt back. */
export async function forgiveAttempts(account: string, address: string | null): Promise<void> {
  await all().account.delete(keyOf(account))
  if (address !== null) await all().address.reward(keyOf(networkOf(address)))
}
