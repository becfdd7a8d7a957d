import 'server-only'
import { countAttempt, forgiveAttempts } from '@/newsroom/attempts'
import { passwordMatches } from '@/newsroom/password'
import { signInSchema } from '@/newsroom/schema'
import { beginSecondStep } from '@/newsroom/second-factor/step'
import { hasFactor } from '@/newsroom/second-factor/store'
import { beginSession, type Origin, type SessionClaims } from '@/newsroom/session'
import { mayEnterWithoutProvider } from '@/newsroom/single-sign-on/provider-here'
import { memberSubject } from '@/newsroom/store'
import { writeAudit } from '@/platform/audit'
import { db } from '@/platform/db'
import { log } from '@/platform/log'

export type SignedIn =
  | { kind: 'session'; claims: SessionClaims }
  /** The password was right and opens nothing yet; `secret` is for this browser's cookie. */
  | { kind: 'secondFactor'; secret: string }

/**
 * Checks an e-mail address and password.
 * @param origin where the attempt came from.
 * @returns the session begun, or the second step; null where the pair is wrong, the member deactivated, or single sign-on the
 * only way in, without saying which.
 * @throws RateLimited after too many attempts.
 */
export async function signIn(credentials: unknown, origin: Origin): Promise<SignedIn | null> {
  const parsed = signInSchema.safeParse(credentials)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  const { address } = origin
  await countAttempt(email, address)
  const member = await db().member.findUnique({ where: { email } })
  const matches = await passwordMatches(member?.passwordHash ?? null, password)
  if (!member || !matches || member.deactivatedAt || !mayEnterWithoutProvider(member)) {
    log.warn({ memberId: member?.id ?? null, address }, 'sign-in refused')
    return null
  }
  await forgiveAttempts(email, address)
  if (await hasFactor(db(), member.id)) return { kind: 'secondFactor', secret: await beginSecondStep(member) }
  // Only successes go into the trail: it cannot be shortened, and refusals are a stranger's to multiply.
  await db().$transaction((tx) =>
    writeAudit(tx, member, [
      { action: 'member.signedIn', subject: memberSubject(member), after: { by: 'password' } },
    ]),
  )
  const sid = await beginSession(member.id, origin)
  return { kind: 'session', claims: { sub: member.id, sessionVersion: member.sessionVersion, sid } }
}
