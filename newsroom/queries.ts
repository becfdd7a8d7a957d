import 'server-only'
import { z } from 'zod'
import {
  canChangeRole,
  canDeactivate,
  canManageMembers,
  canReactivate,
  canReadAudit,
  canResetPassword,
  type MemberState,
} from '@/newsroom/policy'
import { type Actor, ROLES } from '@/newsroom/roles'
import type { AuditPage, MemberView } from '@/newsroom/views'
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

const PAGE = 50

/** What the audit page may be narrowed by; unreadable values are left out rather than refused. */
export const auditFilterSchema = z.object({
  action: z.string().max(80).optional().catch(undefined),
  actorId: z.uuid().optional().catch(undefined),
  /** Cursor: entries older than this id. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** The trail, newest first, fifty a page. @throws Forbidden */
export async function listAuditEntries(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  permit(canReadAudit(actor))
  const rows = await db().auditEntry.findMany({
    where: {
      ...(filter.action ? { action: filter.action } : {}),
      ...(filter.actorId ? { actorId: filter.actorId } : {}),
      ...(filter.before ? { id: { lt: BigInt(filter.before) } } : {}),
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const interviews = await db().interview.findMany({
    where: { id: { in: shown.flatMap((row) => row.interviewId ?? []) } },
    select: { id: true, title: true },
  })
  const titles = new Map(interviews.map(({ id, title }) => [id, title]))
  return {
    entries: shown.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      actorName: row.actorName,
      action: row.action,
      subject: row.subject,
      interview: (row.interviewId && titles.get(row.interviewId)) || null,
      before: row.before === null ? '' : JSON.stringify(row.before, null, 2),
      after: row.after === null ? '' : JSON.stringify(row.after, null, 2),
    })),
    older: rows.length > PAGE ? String(shown.at(-1)?.id ?? '') : null,
  }
}

/** The actions and people that occur in the trail, for its filters. @throws Forbidden */
export async function listAuditChoices(
  actor: Actor,
): Promise<{ actions: string[]; people: { id: string; name: string }[] }> {
  permit(canReadAudit(actor))
  const [actions, people] = await Promise.all([
    db().auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } }),
    db().member.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  ])
  return { actions: actions.map((row) => row.action), people }
}
