import 'server-only'
import { countAttempt, forgiveAttempts } from '@/newsroom/attempts'
import { passwordMatches } from '@/newsroom/password'
import { signInSchema } from '@/newsroom/schema'
import { beginSession, type Origin, type SessionClaims } from '@/newsroom/session'
import { memberSubject } from '@/newsroom/store'
import { writeAudit } from '@/platform/audit'
import { db } from '@/platform/db'
import { log } from '@/platform/log'

/**
 * Checks an e-mail address and password.
 * @param origin where the attempt came from.
 * @returns the session begun; null where the pair is wrong or the member deactivated, without saying which.
 * @throws RateLimited after too many attempts.
 */
export async function signIn(credentials: unknown, origin: Origin): Promise<SessionClaims | null> {
  const parsed = signInSchema.safeParse(credentials)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  const { address } = origin
  await countAttempt(email, address)
  const member = await db().member.findUnique({ where: { email } })
  const matches = await passwordMatches(member?.passwordHash ?? null, password)
  if (!member || !matches || member.deactivatedAt) {
    log.warn({ memberId: member?.id ?? null, address }, 'sign-in refused')
    return null
  }
  await forgiveAttempts(email, address)
  // Only successes go into the trail: it cannot be shortened, and refusals are a stranger's to multiply.
  await db().$transaction((tx) =>
    writeAudit(tx, member, [{ action: 'member.signedIn', subject: memberSubject(member) }]),
  )
  return {
    sub: member.id,
    sessionVersion: member.sessionVersion,
    sid: await beginSession(member.id, origin),
  }
}
