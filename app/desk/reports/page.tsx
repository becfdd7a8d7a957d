import type { Metadata } from 'next'
import Link from 'next/link'
import { pageActor } from '@/app/_boundary/page'
import { ReportList } from '@/components/desk/reports/report-list.island'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { readSettings } from '@/newsroom/settings'
import { reportsPage } from '@/publishing/reader-report/queries'
import { type ReportFilter, reportFilterSchema } from '@/publishing/reader-report/schema'
import { setReportsClosed } from './actions'

export const metadata: Metadata = { title: 'Reports' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const SHOWN = { open: 'Open', closed: 'Closed' } as const

/** What readers reported as wrong on published pages. */
export default async function ReportsPage({ searchParams }: Props) {
  await pageActor()
  const asked = await searchParams
  const filter = reportFilterSchema.parse({
    show: asked.show,
    interview: asked.interview ?? null,
    after: asked.after ?? null,
  })
  const [page, { timeZone }] = await Promise.all([reportsPage(filter), readSettings()])
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Reports"
        actions={
          filter.interview && (
            <LinkButton href={address({ ...filter, interview: null })}>All pages</LinkButton>
          )
        }
      >
        What readers say is wrong on published pages. Nothing of it is ever public.
      </PageHeader>
      <nav aria-label="What is shown" className="mb-6 flex gap-x-5 border-b border-rule">
        {(['open', 'closed'] as const).map((show) => (
          <Link
            key={show}
            href={address({ ...filter, show, after: null })}
            aria-current={show === filter.show ? 'page' : undefined}
            className="inline-flex min-h-10 items-center border-b-2 border-transparent text-sm font-semibold text-ink-soft hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink pointer-coarse:min-h-11"
          >
            {SHOWN[show]}
          </Link>
        ))}
      </nav>
      {page.interviews.length === 0 && (
        <EmptyState title={filter.show === 'open' ? 'No report is open' : 'No report was closed yet'}>
          Every published claim and page has a link “Report an error”. What readers send with it stands here,
          and editors and whoever has the claim find a notice in their inbox.
        </EmptyState>
      )}
      <ReportList
        // Another list has marks of its own.
        key={address(filter)}
        interviews={page.interviews}
        timeZone={timeZone}
        show={filter.show}
        setClosed={setReportsClosed}
      />
      {(page.next || filter.after) && (
        <nav aria-label="Pages of reports" className="mt-6 flex flex-wrap gap-2">
          {filter.after && <LinkButton href={address({ ...filter, after: null })}>Newest</LinkButton>}
          {page.next && (
            <LinkButton href={address({ ...filter, after: page.next })} prefetch={false}>
              Earlier
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  )
}

function address({ show, interview, after }: ReportFilter): string {
  const query = new URLSearchParams({
    ...(show === 'open' ? {} : { show }),
    ...(interview ? { interview } : {}),
    ...(after ? { after } : {}),
  })
  return `/desk/reports${query.size > 0 ? `?${query}` : ''}`
}
