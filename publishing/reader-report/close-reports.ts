import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { Conflict, NotFound } from '@/platform/errors'
import { canCloseReports } from '@/publishing/reader-report/policy'
import { closeReportsSchema } from '@/publishing/reader-report/schema'

/**
 * Says that readers' reports were dealt with, or opens them again. Those that somebody else closed meanwhile stay as they are.
 * @returns ids of those that this changed: what taking it back is given.
 * @throws NotFound, Conflict where nothing is left to change
 */
export const closeReports = command({
  input: closeReportsSchema,
  load: async (tx, { ids }) => {
    await tx.$queryRaw`SELECT 1 FROM "ReaderReport" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
    const reports = await tx.readerReport.findMany({
      where: { id: { in: ids } },
      select: { id: true, interviewId: true, closedAt: true, interview: { select: { title: true } } },
    })
    if (reports.length === 0) throw new NotFound('There is no such report.')
    return reports
  },
  allow: (actor: Actor) => canCloseReports(actor),
  run: async (tx, { actor, input: { closed }, loaded: reports }) => {
    const changing = reports.filter((report) => (report.closedAt !== null) !== closed)
    const ids = changing.map((report) => report.id)
    await tx.readerReport.updateMany({
      where: { id: { in: ids } },
      data: closed ? { closedAt: now(), closedById: actor.id } : { closedAt: null, closedById: null },
    })
    const [first, ...others] = [...new Set(changing.map((report) => report.interviewId))].map(
      (interviewId) => {
        const own = changing.filter((report) => report.interviewId === interviewId)
        const many = own.length === 1 ? 'One report' : `${own.length} reports`
        return {
          action: closed ? 'report.closed' : 'report.reopened',
          subject: `${many} on “${own[0]?.interview.title ?? ''}”`,
          interviewId,
          after: { reports: own.map((report) => report.id) },
        }
      },
    )
    if (!first)
      throw new Conflict(
        closed ? 'Somebody else closed this meanwhile.' : 'Somebody else opened this meanwhile.',
      )
    return { value: { ids }, audit: [first, ...others] }
  },
})
