import 'server-only'
import { db, type Prisma } from '@/platform/db'
import type { ReportFilter } from '@/publishing/reader-report/schema'
import type { ReportedInterview, ReportsPage, ReportView } from '@/publishing/reader-report/views'

const PAGE = 50
const MOST_AT_ONCE = 1000

const reportSelect = {
  id: true,
  at: true,
  interviewId: true,
  claimNumber: true,
  publication: true,
  message: true,
  replyTo: true,
  closedAt: true,
  closedBy: { select: { name: true } },
  interview: { select: { title: true, slug: true } },
} satisfies Prisma.ReaderReportSelect
type Row = Prisma.ReaderReportGetPayload<{ select: typeof reportSelect }>

/** Readers' reports, the newest first, a page at a time; within a page by interview and claim. */
export async function reportsPage({ show, interview, after }: ReportFilter): Promise<ReportsPage> {
  const from = after === null ? null : pageMark(after)
  const rows = await db().readerReport.findMany({
    where: {
      closedAt: show === 'open' ? null : { not: null },
      ...(interview ? { interviewId: interview } : {}),
      ...(from ? { OR: [{ at: { lt: from.at } }, { at: from.at, id: { lt: from.id } }] } : {}),
    },
    select: reportSelect,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const interviews = [...new Set(shown.map((row) => row.interviewId))]
  return {
    interviews: await Promise.all(
      interviews.map((id) =>
        presentInterview(
          id,
          shown.filter((row) => row.interviewId === id),
        ),
      ),
    ),
    next: rows.length > PAGE && last ? `${last.at.getTime()}_${last.id}` : null,
  }
}

async function presentInterview(interviewId: string, rows: readonly Row[]): Promise<ReportedInterview> {
  const numbers = [...new Set(rows.map((row) => row.claimNumber))].sort((a, b) => (a ?? 0) - (b ?? 0))
  const [claims, open] = await Promise.all([
    db().claim.findMany({
      where: { interviewId, number: { in: numbers.filter((number) => number !== null) } },
      select: { number: true, claimReviewed: true, quote: true },
    }),
    db().readerReport.findMany({
      where: { interviewId, closedAt: null },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: MOST_AT_ONCE,
    }),
  ])
  const sentences = new Map(claims.map((claim) => [claim.number, claim.claimReviewed || claim.quote]))
  return {
    id: interviewId,
    title: rows[0]?.interview.title ?? '',
    slug: rows[0]?.interview.slug ?? '',
    claims: numbers.map((number) => ({
      number,
      sentence: number === null ? '' : (sentences.get(number) ?? ''),
      reports: rows.filter((row) => row.claimNumber === number).map(presentReport),
    })),
    openIds: open.map((report) => report.id),
  }
}

function presentReport(row: Row): ReportView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    publication: row.publication,
    message: row.message,
    replyTo: row.replyTo,
    closed: row.closedAt && { at: row.closedAt.toISOString(), by: row.closedBy?.name ?? '' },
  }
}

function pageMark(mark: string): { at: Date; id: string } | null {
  const [, ms, id] = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(mark) ?? []
  return ms && id ? { at: new Date(Number(ms)), id } : null
}
