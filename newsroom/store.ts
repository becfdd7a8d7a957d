import 'server-only'
import type { MemberState } from '@/newsroom/policy'
import type { Role } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import type { Tx } from '@/platform/db'
import { NotFound } from '@/platform/errors'

export type LoadedMember = MemberState & {
  name: string
  email: string
  passwordHash: string | null
  breakGlass: boolean
}

/**
 * The member, with the row and those of all active administrators locked until the transaction ends: two administrators
 * who demote each other at once are served one after the other, and the second is refused.
 * @throws NotFound
 */
export async function loadMemberForChange(tx: Tx, memberId: string): Promise<LoadedMember> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Member" WHERE role = 'admin' AND "deactivatedAt" IS NULL ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`
  const member = await tx.member.findUnique({ where: { id: memberId } })
  if (!member) throw new NotFound('There is no such member.')
  return {
    id: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    passwordHash: member.passwordHash,
    breakGlass: member.breakGlass,
    isActive: member.deactivatedAt === null,
    isLastAdmin: admins.length === 1 && admins[0]?.id === member.id,
  }
}

/** How the audit trail names a member. */
export function memberSubject(member: { name: string; email: string }): string {
  return `${member.name} (${member.email})`
}

/**
 * Changes what decides about access; every session the member holds ends with it, whatever else changes. With the password ends
 * the link too: one from before would undo the change; and with the password, or the membership, every token.
 */
export async function changeAccess(
  tx: Tx,
  memberId: string,
  data: { role?: Role; deactivatedAt?: Date | null; passwordHash?: string | null },
): Promise<number> {
  const { sessionVersion } = await tx.member.update({
    where: { id: memberId },
    data: { ...data, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  })
  await tx.memberSession.deleteMany({ where: { memberId } })
  if (data.passwordHash !== undefined) await tx.memberLink.deleteMany({ where: { memberId } })
  // Whoever takes an account back, or leaves, leaves no system behind that still acts for them.
  if (data.passwordHash !== undefined || data.deactivatedAt)
    await tx.apiToken.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now() } })
  return sessionVersion
}
