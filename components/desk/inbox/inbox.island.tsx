'use client'
import { useRef, useState } from 'react'
import type { Day } from '@/claims/inbox/days'
import type { InboxFilter } from '@/claims/inbox/schema'
import type { NoticeView } from '@/claims/inbox/views'
import { useActs } from '@/components/desk/acts/acts.island'
import { tellUnread } from '@/components/desk/inbox/inbox-count'
import { NoticeRow } from '@/components/desk/inbox/notice-row'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import type { ServerAction } from '@/platform/action-result'

type Props = {
  days: readonly Day<NoticeView>[]
  /** IANA zone of the newsroom. */
  timeZone: string
  filter: InboxFilter
  unread: number
  actions: {
    markNotices: ServerAction<{ ids: string[]; read: boolean }, { unread: number }>
    markAllRead: ServerAction<null, { at: string; count: number }>
    unmarkAllRead: ServerAction<{ at: string }, { unread: number }>
  }
}

/** A page of the inbox. J and K go from line to line, Enter opens one, E marks it. What is marked stays where it is until one looks again. */
export function Inbox({ days, timeZone, filter, unread, actions }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<Readonly<Record<string, boolean>>>({})
  const [left, setLeft] = useState(unread)
  const [spoken, setSpoken] = useState('')
  const isRead = (notice: NoticeView) => marks[notice.id] ?? notice.read
  const notices = days.flatMap((day) => day.things)

  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-notice]') ?? [])]
  const at = () => links().findIndex((link) => link.closest('li')?.contains(document.activeElement))
  function go(step: number) {
    const all = links()
    const here = at()
    all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)]?.focus()
  }

  function count(now: number) {
    setLeft(now)
    tellUnread(now)
  }

  async function mark(notice: NoticeView, read: boolean) {
    setMarks((known) => ({ ...known, [notice.id]: read }))
    const result = await actions.markNotices({ ids: [notice.id], read })
    if (result.ok) {
      count(result.value.unread)
      setSpoken(read ? 'Marked as read.' : 'Marked as unread.')
    } else {
      setMarks((known) => ({ ...known, [notice.id]: !read }))
      toastRefused(result.error.message)
    }
  }

  // The list stays as it is, so that the focus does: only its marks change.
  async function markAll() {
    if (left === 0) return setSpoken('Nothing is unread.')
    const result = await actions.markAllRead(null)
    if (!result.ok) return toastRefused(result.error.message)
    const before = marks
    setMarks(Object.fromEntries(notices.map((notice) => [notice.id, true])))
    count(0)
    const { at: moment, count: many } = result.value
    toastDone(many === 1 ? 'One notice marked as read.' : `${many} notices marked as read.`, {
      undo: () => void takeBack(moment, before),
    })
  }

  async function takeBack(moment: string, before: typeof marks) {
    const result = await actions.unmarkAllRead({ at: moment })
    if (!result.ok) return toastRefused(result.error.message)
    setMarks(before)
    count(result.value.unread)
    setSpoken('They are unread again.')
  }

  const focused = () => notices.find((notice) => notice.id === links()[at()]?.dataset.notice)
  const empty = notices.length === 0 ? { refusal: 'There is nothing here.' } : {}
  useActs([
    { id: 'inbox.next', label: 'Next notice', group: 'Inbox', keys: ['j'], ...empty, run: () => go(1) },
    { id: 'inbox.before', label: 'Notice before', group: 'Inbox', keys: ['k'], ...empty, run: () => go(-1) },
    {
      id: 'inbox.mark',
      label: 'Mark this notice as read, or as unread',
      group: 'Inbox',
      keys: ['e'],
      ...empty,
      run: () => {
        const notice = focused()
        if (notice) void mark(notice, !isRead(notice))
        else setSpoken('Go to a notice first, with J.')
      },
    },
    {
      id: 'inbox.all',
      label: 'Mark all as read',
      group: 'Inbox',
      keys: ['Shift+e'],
      ...(left === 0 ? { refusal: 'Nothing is unread.' } : {}),
      run: () => void markAll(),
    },
  ])

  return (
    <div ref={list} className="flex flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2 py-3">
        <p className="text-sm text-ink-soft max-sm:hidden">J and K go on and back, Enter opens, E marks.</p>
        <Button aria-disabled={left === 0} onClick={() => void markAll()}>
          Mark all as read
        </Button>
      </div>
      {notices.length === 0 && (
        <EmptyState title={filter === 'all' ? 'Nothing concerns you yet' : 'Nothing of that kind'}>
          {filter === 'all'
            ? 'When somebody assigns you a claim, names you with @ or hands one back, it is said here.'
            : 'What is read stays under “All” for three months.'}
        </EmptyState>
      )}
      {days.map((day) => (
        <section key={day.label} aria-label={day.label} className="mt-2">
          <h2 className="kicker border-b border-rule pb-1">{day.label}</h2>
          <ul>
            {day.things.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                read={isRead(notice)}
                timeZone={timeZone}
                onMark={(read) => void mark(notice, read)}
              />
            ))}
          </ul>
        </section>
      ))}
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}
