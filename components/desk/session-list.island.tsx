'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { toastDone } from '@/components/ui/toaster.island'
import type { SessionView } from '@/newsroom/views'
import { WAY_IN_LABELS } from '@/newsroom/ways-in'
import type { ServerAction } from '@/platform/action-result'

type Props = {
  sessions: readonly SessionView[]
  /** IANA zone of the newsroom. */
  zone: string
  endOne: ServerAction<{ sessionId: string }, { sessionId: string }>
  endOthers: ServerAction<null, { count: number }>
}

/** One's own sessions, each of which can be ended; the present one by signing out. */
export function SessionList({ sessions, zone, endOne, endOthers }: Props) {
  const [ending, setEnding] = useState<SessionView | null>(null)

  async function end(session: SessionView): Promise<string | null> {
    const result = await endOne({ sessionId: session.id })
    if (result.ok) toastDone(`${session.browser} is signed out.`)
    return result.ok ? null : result.error.message
  }

  async function endAllOthers(): Promise<string | null> {
    const result = await endOthers(null)
    if (result.ok) toastDone('You are signed out everywhere else.')
    return result.ok ? null : result.error.message
  }

  return (
    <div className="flex flex-col gap-6">
      <DataTable
        caption="Your sessions"
        columns={columns(zone, setEnding)}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      {sessions.some(({ isThis }) => !isThis) && (
        <div>
          <Confirm
            trigger={<Button>Sign out everywhere else</Button>}
            title="Sign out everywhere else?"
            confirmLabel="Sign out"
            onConfirm={endAllOthers}
          >
            This browser stays signed in. What is typed elsewhere and not saved yet stays in that browser.
          </Confirm>
        </div>
      )}
      {ending && (
        <Confirm
          open
          onOpenChange={(open) => !open && setEnding(null)}
          title={`Sign out ${ending.browser}?`}
          confirmLabel="Sign out"
          onConfirm={() => end(ending)}
        >
          What is typed there and not saved yet stays in that browser.
        </Confirm>
      )}
    </div>
  )
}

function columns(zone: string, onEnd: (session: SessionView) => void): Column<SessionView>[] {
  return [
    {
      key: 'browser',
      header: 'Browser',
      heads: true,
      cell: ({ browser, isThis }) => (isThis ? `${browser} (this one)` : browser),
    },
    { key: 'address', header: 'Network address', cell: ({ address }) => address || 'Not known' },
    { key: 'begun', header: 'Signed in', cell: ({ begunAt }) => <Moment at={begunAt} zone={zone} /> },
    { key: 'by', header: 'By', cell: ({ begunBy }) => WAY_IN_LABELS[begunBy] },
    { key: 'seen', header: 'Last seen', cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} zone={zone} /> },
    {
      key: 'end',
      header: 'End',
      quietHeader: true,
      cell: (session) =>
        session.isThis ? null : (
          <Button aria-label={`Sign out ${session.browser}`} onClick={() => onEnd(session)}>
            Sign out
          </Button>
        ),
    },
  ]
}
