import 'server-only'
import {
  canChangeRole,
  canDeactivate,
  canManageMembers,
  canReactivate,
  canResetPassword,
  type MemberState,
} from '@/newsroom/policy'
import { type Actor, ROLES } from '@/newsroom/roles'
import type { MemberView } from '@/newsroom/views'
import { db } from '@/platform/db'
import type { Decision } from '@/platform/decision'
import { Forbidden } from '@/platform/errors'

function permit(decision: Decision): void {
  if (!decision.allowed) throw new Forbidden(decision.reason)
}

/** All members, active first, by name. @throws Forbidden */
export async function listMembers(actor: Actor): Promise<MemberView[]> {
  permit(canManageMembers(actor))
  const rows = await db().member.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    omit: { passwordHash: true },
  })
  const admins = rows.filter((row) => row.role === 'admin' && !row.deactivatedAt)
  const views = rows.map((row) => {
    const isLastAdmin = admins.length === 1 && admins[0]?.id === row.id
    const state: MemberState = { id: row.id, role: row.role, isActive: !row.deactivatedAt, isLastAdmin }
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      isActive: state.isActive,
      isYou: row.id === actor.id,
      createdAt: row.createdAt.toISOString(),
      abilities: {
        changeRole: ROLES.some((role) => role !== row.role && canChangeRole(actor, state, role).allowed),
        deactivate: canDeactivate(actor, state).allowed,
        reactivate: canReactivate(actor, state).allowed,
        resetPassword: canResetPassword(actor, state).allowed,
      },
      note: isLastAdmin ? 'The only administrator: add another before you change this one.' : null,
    }
  })
  return [...views.filter((view) => view.isActive), ...views.filter((view) => !view.isActive)]
}
