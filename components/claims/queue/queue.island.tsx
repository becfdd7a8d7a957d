'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from 'react'
import type { QueueActions } from '@/claims/queue/queue-actions'
import { ALL, filterQuery, type QueueFilter, queueAddress } from '@/claims/queue/queue-filter'
import type { QueueChoices, QueueCounts, QueuePage, SavedFilterView } from '@/claims/queue/views'
import { STATUS_LABELS, STATUSES } from '@/claims/words-of-the-trade'
import { BulkBar } from '@/components/claims/queue/bulk-bar'
import { ChangeDialog } from '@/components/claims/queue/change-dialog'
import { FilterForm } from '@/components/claims/queue/filter-form'
import { narrowingsOf } from '@/components/claims/queue/narrowings'
import { keepQueue, leftQueue } from '@/components/claims/queue/queue-left'
import { QueueRow } from '@/components/claims/queue/queue-row'
import { NothingHere, QueueHints, WhatWasLeft } from '@/components/claims/queue/queue-said'
import { QueueSide } from '@/components/claims/queue/queue-side'
import { KeepFilter } from '@/components/claims/queue/saved-menu'
import { claims } from '@/components/claims/queue/say-change'
import { useQueue } from '@/components/claims/queue/use-queue'
import { focusRow, useQueueActs } from '@/components/claims/queue/use-queue-acts'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  page: QueuePage
  counts: QueueCounts
  saved: readonly SavedFilterView[]
  choices: QueueChoices
  filter: QueueFilter
  member: { id: string; name: string }
  /** The moment the page was made, and the newsroom's zone. */
  at: string
  zone: string
  actions: QueueActions
}

/** The queue across interviews, for hands on keys, mice and thumbs. */
export function Queue({
  page,
  counts: given,
  saved,
  choices,
  filter,
  member,
  at,
  zone,
  actions: acts,
}: Props) {
  const router = useRouter()
  const [looking, startLooking] = useTransition()
  // The page read anew brings the same actions as another object.
  const [actions] = useState(acts)
  const form = useRef<HTMLFormElement>(null)
  const queue = useQueue({ page, counts: given, saved, filter, actions })
  const { lines, counts, current, selected } = queue

  const show = (next: QueueFilter) => startLooking(() => router.push(queueAddress(next), { scroll: false }))
  const beside = (name: 'before' | 'after') => {
    const place = page[name]
    return place === null ? null : queueAddress(filter, { [name]: place })
  }

  function leave(claimId: string) {
    keepQueue({
      address: location.pathname + location.search,
      next: beside('after'),
      claims: lines.map(({ id, interviewId, number }) => ({ id, interviewId, number })),
      claimId,
      away: true,
    })
  }
  const { ask, asked, close, step } = useQueueActs({
    queue,
    memberId: member.id,
    onSearch: () => document.getElementById('queue-q')?.focus(),
    onOpen: (id) => document.querySelector<HTMLElement>(`[data-row-link="${id}"]`)?.click(),
  })

  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  // Back from a claim: what it was left as is old, and the row it was opened from is where the keys go on.
  useEffect(() => {
    const left = leftQueue()
    if (!left?.away || left.address !== location.pathname + location.search) return
    keepQueue({ ...left, away: false })
    focusRow(left.claimId)
    router.refresh()
  }, [router])

  // Rows are drawn anew only where they changed: their handlers stay the same.
  const latest = useRef({ ask, select: queue.select, leave })
  latest.current = { ask, select: queue.select, leave }
  const [handlers] = useState(() => ({
    onSelect: (id: string, range: boolean) => latest.current.select(id, range),
    onOpen: (id: string) => latest.current.leave(id),
    onAsk: (what: Parameters<typeof ask>[0], id: string) => latest.current.ask(what, id),
  }))

  function onArrow(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (!(event.target instanceof Element) || !event.target.closest('[data-row]')) return
    event.preventDefault()
    step(by)
  }

  const whole = lines.length > 0 && lines.every((line) => selected.has(line.id))
  const narrowed = narrowingsOf(filter, choices)
  const here = filterQuery(filter)
  const [earlier, later] = [beside('before'), beside('after')]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-8">
      <QueueSide queue={queue} filter={filter} actions={actions} />
      <div className="flex min-w-0 flex-col gap-4">
        <nav
          aria-label="Filter by status"
          className="-mx-1 flex gap-x-5 overflow-x-auto px-1 text-sm sm:flex-wrap"
        >
          <StatusLink
            filter={{ ...filter, statuses: [] }}
            label="All but dropped"
            count={STATUSES.reduce((sum, one) => sum + (one === 'dropped' ? 0 : counts.statuses[one]), 0)}
            here={filter.statuses.length === 0}
          />
          {STATUSES.map((one) => (
            <StatusLink
              key={one}
              filter={{ ...filter, statuses: [one] }}
              label={STATUS_LABELS[one]}
              count={counts.statuses[one]}
              here={filter.statuses.includes(one)}
            />
          ))}
        </nav>
        <search>
          <FilterForm filter={filter} choices={choices} form={form} onFilter={show} />
        </search>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule-strong pb-2 text-sm">
          {lines.length > 0 && (
            <label className="flex min-h-9 w-10 items-center justify-center pointer-coarse:min-h-11">
              <input
                type="checkbox"
                className="size-4.5"
                aria-label="Select all of this page"
                checked={whole}
                onChange={() => queue.selectOnly(whole ? [] : lines.map((line) => line.id))}
              />
            </label>
          )}
          <p role="status" className="font-semibold">
            {looking
              ? 'Looking…'
              : counts.matching === 0
                ? 'No claim matches'
                : `${claims(counts.matching)} ${counts.matching === 1 ? 'matches' : 'match'}`}
          </p>
          <ul className="contents">
            {narrowed.map((one) => (
              <li key={one.key}>
                <Link
                  href={queueAddress(one.without)}
                  scroll={false}
                  prefetch={false}
                  className="relative inline-flex min-h-7 items-center gap-1.5 border border-rule-strong px-2 hover:bg-surface pointer-coarse:min-h-11"
                >
                  <span dir="auto">{one.label}</span>
                  <span aria-hidden="true">×</span>
                  <span className="sr-only">: show without this</span>
                </Link>
              </li>
            ))}
          </ul>
          {here !== '' && <KeepFilter queue={queue} here={here} actions={actions} />}
          <QueueHints />
        </div>
        {queue.answer && <WhatWasLeft answer={queue.answer} onClose={() => queue.setAnswer(null)} />}
        {lines.length === 0 ? (
          <NothingHere any={counts.any} narrowed={narrowed} />
        ) : (
          <ol aria-label="Claims" aria-busy={looking || undefined} onKeyDown={onArrow}>
            {lines.map((line, index) => (
              <QueueRow
                key={line.id}
                line={line}
                at={at}
                zone={zone}
                current={current === null ? index === 0 : current === line.id}
                selected={selected.has(line.id)}
                onCurrent={queue.setCurrent}
                {...handlers}
              />
            ))}
          </ol>
        )}
        {(earlier || later) && (
          <nav aria-label="Pages of the queue" className="flex flex-wrap gap-2">
            {earlier && (
              <LinkButton href={earlier} prefetch={false}>
                Page before
              </LinkButton>
            )}
            {later && (
              <LinkButton href={later} prefetch={false}>
                Next page
              </LinkButton>
            )}
          </nav>
        )}
        <BulkBar queue={queue} onAsk={(what) => ask(what)} />
        {here !== '' && lines.length > 0 && (
          <Button className="self-start" variant="quiet" onClick={() => show(ALL)}>
            Show the whole queue
          </Button>
        )}
      </div>
      {asked && (
        <ChangeDialog
          question={asked.question}
          count={asked.ids.length}
          choices={choices}
          me={member.id}
          zone={zone}
          busy={queue.busy !== null}
          onClose={close}
          onChange={(change) => queue.change(asked.ids, change)}
        />
      )}
      {ready && <span hidden data-testid="queue-ready" />}
      <p aria-live="polite" className="sr-only" data-testid="queue-spoken">
        {queue.spoken}
      </p>
    </div>
  )
}

function StatusLink({
  filter,
  label,
  count,
  here,
}: {
  filter: QueueFilter
  label: string
  count: number
  here: boolean
}) {
  return (
    <Link
      href={queueAddress(filter)}
      scroll={false}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className="inline-flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-ink-soft hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11"
    >
      {label} <span>{count.toLocaleString('en')}</span>
    </Link>
  )
}
