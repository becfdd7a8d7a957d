import 'server-only'
import { newRecoveryCodes, recoveryCodeHash } from '@/newsroom/second-factor/recovery-codes'
import { unseal } from '@/newsroom/second-factor/seal'
import { stepOfCode } from '@/newsroom/second-factor/totp'
import { now } from '@/platform/clock'
import type { Reader, Tx } from '@/platform/db'
import { SignedOut } from '@/platform/errors'

export type Factors = {
  memberId: string
  email: string
  passwordHash: string | null
  sessionVersion: number
  isActive: boolean
  /** Null without an authenticator app that was confirmed. */
  hasTotp: boolean
  passkeys: number
}

/** How many ways a member has to show more than a password. */
export function factorCount({ hasTotp, passkeys }: Pick<Factors, 'hasTotp' | 'passkeys'>): number {
  return (hasTotp ? 1 : 0) + passkeys
}

/** Whether a member is asked for more than the password. */
export async function hasFactor(reader: Reader, memberId: string): Promise<boolean> {
  const totp = await reader.memberTotp.count({ where: { memberId, confirmedAt: { not: null } } })
  return totp > 0 || (await reader.passkey.count({ where: { memberId } })) > 0
}

/** A member's factors, with the member's row locked: of two changes, or two uses of one code, the second waits. */
export async function loadFactors(tx: Tx, memberId: string): Promise<Factors> {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`
  const member = await tx.member.findUnique({
    where: { id: memberId },
    select: {
      email: true,
      passwordHash: true,
      sessionVersion: true,
      deactivatedAt: true,
      totp: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
    },
  })
  if (!member) throw new SignedOut()
  return {
    memberId,
    email: member.email,
    passwordHash: member.passwordHash,
    sessionVersion: member.sessionVersion,
    isActive: member.deactivatedAt === null,
    hasTotp: Boolean(member.totp?.confirmedAt),
    passkeys: member._count.passkeys,
  }
}

/** Takes a code of the member's app, once. Call it with the member locked. @returns whether it was right. */
export async function takeCode(
  tx: Tx,
  memberId: string,
  code: string,
  wanted: 'confirmed' | 'unconfirmed' = 'confirmed',
): Promise<boolean> {
  const totp = await tx.memberTotp.findUnique({ where: { memberId } })
  if (!totp || (totp.confirmedAt !== null) !== (wanted === 'confirmed')) return false
  const secret = unseal(totp.sealed, memberId)
  const lastStep = totp.lastStep === null ? null : Number(totp.lastStep)
  const step = secret && stepOfCode(secret, code, { at: now(), lastStep })
  if (!step) return false
  await tx.memberTotp.update({ where: { memberId }, data: { lastStep: step } })
  return true
}

/** Takes a recovery code, once. @returns how many are left; null where it was wrong. */
export async function takeRecoveryCode(tx: Tx, memberId: string, typed: string): Promise<number | null> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { memberId, codeHash: recoveryCodeHash(memberId, typed), usedAt: null },
    data: { usedAt: now() },
  })
  return count === 1 ? tx.recoveryCode.count({ where: { memberId, usedAt: null } }) : null
}

/** Makes recovery codes; those from before stop working. @returns them, to be shown this once. */
export async function makeRecoveryCodes(tx: Tx, memberId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { memberId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ memberId, codeHash: recoveryCodeHash(memberId, code) })),
  })
  return codes
}

/**
 * After a factor was added: this session is vouched for. With the first factor every other session ends, since none of them
 * was asked for it, and there are recovery codes from now on.
 * @returns the recovery codes, where they were made now.
 */
export async function afterFactorAdded(
  tx: Tx,
  before: Factors,
  sessionId: string,
): Promise<{ recoveryCodes: string[] | null }> {
  const { memberId } = before
  await tx.memberSession.updateMany({ where: { id: sessionId }, data: { strong: true, provenAt: now() } })
  if (factorCount(before) > 0) return { recoveryCodes: null }
  await tx.memberSession.deleteMany({ where: { memberId, id: { not: sessionId } } })
  return { recoveryCodes: await makeRecoveryCodes(tx, memberId) }
}

/** After a factor was removed. With the last one go the recovery codes, and no session is vouched for but a provider's. */
export async function afterFactorRemoved(tx: Tx, memberId: string): Promise<void> {
  if (await hasFactor(tx, memberId)) return
  await tx.recoveryCode.deleteMany({ where: { memberId } })
  await tx.memberSession.updateMany({
    where: { memberId, begunBy: { not: 'provider' } },
    data: { strong: false },
  })
}
