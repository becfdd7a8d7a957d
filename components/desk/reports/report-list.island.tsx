'use client'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { ReportRow } from '@/components/desk/reports/report-row'
import { Button } from '@/components/ui/button'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import type { ServerAction } from '@/platform/action-result'
import { pagePath } from '@/publishing/addresses'
import type { ReportedInterview } from '@/publishing/reader-report/views'

type Props = {
  interviews: readonly ReportedInterview[]
  /** IANA zone of the newsroom. */
  timeZone: string
  show: 'open' | 'closed'
  setClosed: ServerAction<{ ids: string[]; closed: boolean }, { ids: string[] }>
}

/** Readers' reports by page and claim. What is closed stays where it is until one looks again, so that it can be taken back. */
export function ReportList({ interviews, timeZone, show, setClosed }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<Readonly<Record<string, boolean>>>({})
  const [spoken, setSpoken] = useState('')
  const isClosed = (id: string) => marks[id] ?? show === 'closed'
  const all = interviews.flatMap((interview) => interview.claims.flatMap((claim) => claim.reports))

  async function set(ids: readonly string[], closed: boolean) {
    const result = await setClosed({ ids: [...ids], closed })
    if (!result.ok) return toastRefused(result.error.message)
    const changed = result.value.ids
    setMarks((known) => ({ ...known, ...Object.fromEntries(changed.map((id) => [id, closed])) }))
    if (!closed) return setSpoken(changed.length === 1 ? 'Opened again.' : `${changed.length} opened again.`)
    toastDone(changed.length === 1 ? 'Report closed.' : `${changed.length} reports closed.`, {
      undo: () => void set(changed, false),
    })
  }

  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('button[data-report]') ?? [])]
  function go(step: number) {
    const each = buttons()
    const here = each.findIndex((button) => button.closest('li')?.contains(document.activeElement))
    each[here < 0 ? 0 : Math.min(Math.max(here + step, 0), each.length - 1)]?.focus()
  }
  function closeHere() {
    const id = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-report]')
      ?.dataset.report
    if (id) void set([id], !isClosed(id))
    else setSpoken('Go to a report first, with J.')
  }

  const empty = all.length === 0 ? { refusal: 'There is nothing here.' } : {}
  useActs([
    { id: 'reports.next', label: 'Next report', group: 'Reports', keys: ['j'], ...empty, run: () => go(1) },
    {
      id: 'reports.before',
      label: 'Report before',
      group: 'Reports',
      keys: ['k'],
      ...empty,
      run: () => go(-1),
    },
    {
      id: 'reports.close',
      label: 'Close this report, or open it again',
      group: 'Reports',
      keys: ['e'],
      ...empty,
      run: closeHere,
    },
  ])

  return (
    <div ref={list} className="flex flex-col gap-8">
      {interviews.map((interview) => {
        const open = interview.openIds.filter((id) => !isClosed(id))
        return (
          <section key={interview.id} aria-labelledby={`page-${interview.id}`}>
            <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-ink pb-2">
              <h2
                id={`page-${interview.id}`}
                className="min-w-0 font-serif text-xl leading-tight font-medium break-words"
                dir="auto"
              >
                <Link href={`/desk/interviews/${interview.id}`} className="hover:underline">
                  {interview.title}
                </Link>
              </h2>
              <div className="flex flex-wrap items-center gap-2">
                <a
                  href={pagePath(interview.slug)}
                  className="inline-flex min-h-9 items-center px-2 text-sm text-accent underline pointer-coarse:min-h-11"
                >
                  The page as readers see it
                </a>
                {show === 'open' && open.length > 1 && (
                  <Button onClick={() => void set(open, true)}>Close all {open.length}</Button>
                )}
              </div>
            </div>
            {interview.claims.map((claim) => (
              <div key={claim.number ?? 'page'} className="mt-4">
                <h3 className="text-sm font-semibold break-words" dir="auto">
                  {claim.number === null ? (
                    'The page as a whole'
                  ) : (
                    <Link
                      href={`/desk/interviews/${interview.id}#claim-${claim.number}`}
                      className="hover:underline"
                    >
                      Claim {claim.number}: {claim.sentence}
                    </Link>
                  )}
                </h3>
                <ul>
                  {claim.reports.map((report) => (
                    <ReportRow
                      key={report.id}
                      report={report}
                      closed={isClosed(report.id)}
                      timeZone={timeZone}
                      onClose={(closed) => void set([report.id], closed)}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        )
      })}
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}
