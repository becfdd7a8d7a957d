import 'server-only'
import type { AuditFilter } from '@/newsroom/audit-filter'
import { canReadAudit } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import type { AuditChoices, AuditEntryView, AuditPage } from '@/newsroom/views'
import { db, type Prisma } from '@/platform/db'
import { Forbidden } from '@/platform/errors'
import { fromZonedLocal } from '@/platform/zoned-time'

const PAGE = 50
/** Most interviews that the filter offers, newest first; older ones are reached from their own pages. */
const MOST_INTERVIEWS = 500

function permit(actor: Actor): void {
  const decision = canReadAudit(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
}

/** The trail, newest first, `size` a page. @throws Forbidden */
export async function listAuditEntries(actor: Actor, filter: AuditFilter, size = PAGE): Promise<AuditPage> {
  permit(actor)
  const { timeZone } = await readSettings()
  const rows = await db().auditEntry.findMany({
    where: whereOf(filter, timeZone),
    orderBy: { id: 'desc' },
    take: size + 1,
  })
  const shown = rows.slice(0, size)
  const interviews = await db().interview.findMany({
    where: { id: { in: [...new Set(shown.flatMap((row) => row.interviewId ?? []))] } },
    select: { id: true, title: true },
  })
  const titles = new Map(interviews.map(({ id, title }) => [id, title]))
  return {
    entries: shown.map(
      (row): AuditEntryView => ({
        id: String(row.id),
        at: row.at.toISOString(),
        actorName: row.actorName,
        action: row.action,
        subject: row.subject,
        interviewId: row.interviewId,
        interview: (row.interviewId && titles.get(row.interviewId)) || null,
        claimId: row.claimId,
        before: row.before === null ? '' : JSON.stringify(row.before, null, 2),
        after: row.after === null ? '' : JSON.stringify(row.after, null, 2),
      }),
    ),
    older: rows.length > size ? String(shown.at(-1)?.id ?? '') : null,
  }
}

function whereOf(filter: AuditFilter, zone: string): Prisma.AuditEntryWhereInput {
  const from = filter.from && fromZonedLocal(`${filter.from}T00:00`, zone)
  const until = filter.to && fromZonedLocal(`${dayAfter(filter.to)}T00:00`, zone)
  return {
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.actorId ? { actorId: filter.actorId } : {}),
    ...(filter.interviewId ? { interviewId: filter.interviewId } : {}),
    ...(filter.claimId ? { claimId: filter.claimId } : {}),
    ...(filter.before ? { id: { lt: BigInt(filter.before) } } : {}),
    ...(from || until
      ? { at: { ...(from ? { gte: new Date(from) } : {}), ...(until ? { lt: new Date(until) } : {}) } }
      : {}),
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** What the trail can be narrowed by; the claim only where the filter names one. @throws Forbidden */
export async function listAuditChoices(actor: Actor, filter: AuditFilter): Promise<AuditChoices> {
  permit(actor)
  const [actions, people, interviews, claim] = await Promise.all([
    db().auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } }),
    db().member.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    db().interview.findMany({
      select: { id: true, title: true },
      orderBy: { createdAt: 'desc' },
      take: MOST_INTERVIEWS,
    }),
    filter.claimId
      ? db().claim.findUnique({
          where: { id: filter.claimId },
          select: { number: true, interview: { select: { title: true } } },
        })
      : null,
  ])
  return {
    actions: actions.map((row) => row.action),
    people,
    interviews,
    claim: claim && `Claim ${claim.number} of “${claim.interview.title}”`,
  }
}
