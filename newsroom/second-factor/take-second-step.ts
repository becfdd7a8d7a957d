import 'server-only'
import { countCodeAttempt, forgiveCodeAttempts } from '@/newsroom/second-factor/code-attempts'
import { secondStepSchema } from '@/newsroom/second-factor/step'
import { loadFactors, takeCode, takeRecoveryCode } from '@/newsroom/second-factor/store'
import { beginSession, type Origin, type SessionClaims } from '@/newsroom/session'
import { readStep, spendStep } from '@/newsroom/sign-in-step'
import { linkIdentity } from '@/newsroom/single-sign-on/link-identity'
import { memberSubject } from '@/newsroom/store'
import { begun, type WayIn } from '@/newsroom/ways-in'
import { type AuditDraft, writeAudit } from '@/platform/audit'
import { db, type Tx } from '@/platform/db'
import { log } from '@/platform/log'

/**
 * The second step of signing in: a code of the authenticator app, or a recovery code.
 * @param secret of the step that the first one began, from this browser's cookie. A wrong code leaves it; a right one uses it up.
 * @returns the session begun. @throws RateLimited after too many codes
 */
export async function takeSecondStep(
  code: string,
  secret: string,
  origin: Origin,
): Promise<SessionClaims | 'StepGone' | 'WrongCode'> {
  const waiting = await readStep('secondFactor', secret, secondStepSchema)
  if (!waiting?.memberId) return 'StepGone'
  const { memberId } = waiting
  await countCodeAttempt(memberId, code, origin.address)
  const taken = await db().$transaction((tx) => take(tx, memberId, code, secret))
  if (typeof taken === 'string') {
    log.warn({ memberId, address: origin.address, refusal: taken }, 'second step refused')
    return taken
  }
  await forgiveCodeAttempts(memberId, origin.address)
  const sid = await beginSession(memberId, origin, begun(taken.by))
  return { sub: memberId, sessionVersion: taken.sessionVersion, sid }
}

type Taken = { by: WayIn; sessionVersion: number } | 'StepGone' | 'WrongCode'

async function take(tx: Tx, memberId: string, code: string, secret: string): Promise<Taken> {
  const factors = await loadFactors(tx, memberId)
  const shown = await showsFactor(tx, memberId, code)
  if (!shown) return 'WrongCode'
  const step = await spendStep('secondFactor', secret, secondStepSchema, tx)
  // Between the steps the password may have changed, or the member have been deactivated.
  if (!step || !factors.isActive || step.data.sessionVersion !== factors.sessionVersion) return 'StepGone'
  const { issuer, subject } = step.data
  if (issuer !== null && subject !== null) await linkIdentity(tx, memberId, { issuer, subject })
  const by = issuer === null ? shown.by : 'provider'
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  const about = memberSubject(member)
  const used: AuditDraft[] =
    shown.left === null
      ? []
      : [{ action: 'member.recoveryCodeUsed', subject: about, after: { left: shown.left } }]
  await writeAudit(tx, member, [...used, { action: 'member.signedIn', subject: about, after: { by } }])
  return { by, sessionVersion: factors.sessionVersion }
}

type Shown = { by: 'passwordAndCode'; left: null } | { by: 'passwordAndRecoveryCode'; left: number }

async function showsFactor(tx: Tx, memberId: string, code: string): Promise<Shown | null> {
  if (await takeCode(tx, memberId, code)) return { by: 'passwordAndCode', left: null }
  const left = await takeRecoveryCode(tx, memberId, code)
  return left === null ? null : { by: 'passwordAndRecoveryCode', left }
}
