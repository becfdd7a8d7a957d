import 'server-only'
import { countAttempt, forgiveAttempts } from '@/newsroom/attempts'
import { passwordMatches } from '@/newsroom/password'
import { signInSchema } from '@/newsroom/schema'
import { memberSubject } from '@/newsroom/store'
import { writeAudit } from '@/platform/audit'
import { db } from '@/platform/db'
import { log } from '@/platform/log'

/**
 * Checks an e-mail address and password.
 * @param address the network address the attempt came from.
 * @returns who may begin a session; null where the pair is wrong or the member deactivated, without saying which.
 * @throws RateLimited after too many attempts.
 */
export async function signIn(
  credentials: unknown,
  address: string,
): Promise<{ id: string; sessionVersion: number } | null> {
  const parsed = signInSchema.safeParse(credentials)
  if (!parsed.success) return null
  const { email, password } = parsed.data
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
  return { id: member.id, sessionVersion: member.sessionVersion }
}
