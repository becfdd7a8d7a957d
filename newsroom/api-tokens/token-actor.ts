import 'server-only'
import type { RateLimiterPostgres } from 'rate-limiter-flexible'
import { z } from 'zod'
import { SCOPES, type Scope } from '@/newsroom/api-tokens/scopes'
import { sentHash } from '@/newsroom/api-tokens/token-text'
import { limiter } from '@/newsroom/attempts'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { Forbidden, RateLimited, SignedOut } from '@/platform/errors'

/** Requests of one token in a minute: a system that asks every second for five interviews has enough. */
export const REQUESTS_A_MINUTE = 300

/** How stale "last used" may be: a write a request would cost more than it tells. */
const USED_WITHIN_MS = 60_000

const scopesSchema = z.array(z.enum(SCOPES))
let counter: RateLimiterPostgres | undefined

/**
 * Who a request with a token acts for: its member with the role of this moment, under a name that tells the trail by which
 * token. A wrong, ended or revoked token and a deactivated member are answered alike.
 * @param authorization the request's header; nothing else of it counts, least of all a cookie
 * @throws SignedOut, Forbidden where the token has no such scope, RateLimited
 */
export async function requireTokenActor(authorization: string | null, scope: Scope): Promise<Actor> {
  const tokenHash = sentHash(authorization)
  const token =
    tokenHash && (await db().apiToken.findUnique({ where: { tokenHash }, include: { member: true } }))
  const at = now()
  if (!token || token.revokedAt || token.member.deactivatedAt || (token.expiresAt && token.expiresAt <= at))
    throw new SignedOut('Send a valid token: Authorization: Bearer clm_… It may have ended, or was revoked.')
  await count(token.id)
  if (!scopesSchema.parse(token.scopes).includes(scope))
    throw new Forbidden(`This token may not do that: it lacks the scope ${scope}.`)
  if (!token.usedAt || token.usedAt.getTime() + USED_WITHIN_MS < at.getTime())
    await db().apiToken.updateMany({ where: { id: token.id }, data: { usedAt: at } })
  const { id, name, email, role } = token.member
  return { id, name: `${name} (token “${token.name}”)`, email, role }
}

async function count(tokenId: string): Promise<void> {
  counter ??= limiter('api-token', REQUESTS_A_MINUTE, 60)
  try {
    await counter.consume(tokenId)
  } catch (reason) {
    if (reason instanceof Error) throw reason
    throw new RateLimited(`At most ${REQUESTS_A_MINUTE} requests a minute. Wait a little.`, 60)
  }
}
