import 'server-only'
import { z } from 'zod'
import { browserName } from '@/newsroom/browser-name'
import {
  canChangeRole,
  canDeactivate,
  canEndSessionsOf,
  canManageMembers,
  canReactivate,
  canRemoveSecondFactor,
  canResetPassword,
  type MemberState,
} from '@/newsroom/policy'
import { type Actor, ROLES } from '@/newsroom/roles'
import { SESSION_SECONDS } from '@/newsroom/session'
import type { MemberView, SessionView } from '@/newsroom/views'
import { WAYS_IN } from '@/newsroom/ways-in'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import type { Decision } from '@/platform/decision'
import { Forbidden } from '@/platform/errors'

function permit(decision: Decision): void {
  if (!decision.allowed) throw new Forbidden(decision.reason)
}

/** All members: the active by name, then those who left, the latest first. @throws Forbidden */
export async function listMembers(actor: Actor): Promise<MemberView[]> {
  permit(canManageMembers(actor))
  const rows = await db().member.findMany({
    orderBy: [{ deactivatedAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    omit: { passwordHash: true },
    include: { totp: { select: { confirmedAt: true } }, _count: { select: { passkeys: true } } },
  })
  const admins = rows.filter((row) => row.role === 'admin' && !row.deactivatedAt)
  return rows.map((row) => {
    const isLastAdmin = admins.length === 1 && admins[0]?.id === row.id
    const hasFactor = Boolean(row.totp?.confirmedAt) || row._count.passkeys > 0
    const state: MemberState = { id: row.id, role: row.role, isActive: !row.deactivatedAt, isLastAdmin }
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      isActive: state.isActive,
      isYou: row.id === actor.id,
      createdAt: row.createdAt.toISOString(),
      hasFactor,
      abilities: {
        changeRole: ROLES.some((role) => role !== row.role && canChangeRole(actor, state, role).allowed),
        deactivate: canDeactivate(actor, state).allowed,
        reactivate: canReactivate(actor, state).allowed,
        resetPassword: canResetPassword(actor, state).allowed,
        endSessions: canEndSessionsOf(actor, state).allowed,
        removeSecondFactor: canRemoveSecondFactor(actor, { ...state, hasFactor }).allowed,
      },
      note: isLastAdmin ? 'The only administrator: add another before you change this one.' : null,
    }
  })
}

/** The actor's sessions that still hold, the one that asks first, then by when they were last seen. */
export async function listOwnSessions(actor: Actor, currentId: string | null): Promise<SessionView[]> {
  const ranOut = new Date(now().getTime() - SESSION_SECONDS * 1000)
  const rows = await db().memberSession.findMany({
    where: { memberId: actor.id, createdAt: { gte: ranOut } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
  })
  const views = rows.map((row) => ({
    id: row.id,
    browser: browserName(row.userAgent),
    address: row.address,
    begunAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    begunBy: z.enum(WAYS_IN).parse(row.begunBy),
    isThis: row.id === currentId,
  }))
  return [...views.filter((view) => view.isThis), ...views.filter((view) => !view.isThis)]
}
