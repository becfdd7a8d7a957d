'use client'
import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { onUnread } from '@/components/desk/inbox/inbox-count'
import { useDeskEvents } from '@/components/desk/live/live.island'

/** The way to the inbox, with how much in it is unread: told by the server as it happens, and asked for where streams are blocked. */
export function InboxLink({ unread: first }: { unread: number }) {
  const path = usePathname()
  const router = useRouter()
  const [unread, setUnread] = useState(first)
  /** How often somebody told the count: an answer that was asked for before is older than what was told since. */
  const told = useRef(0)
  const here = path === '/desk/inbox' || path.startsWith('/desk/inbox/')
  const asking = useRef(false)

  const ask = useCallback(async () => {
    if (asking.current || document.visibilityState !== 'visible') return
    asking.current = true
    const before = told.current
    try {
      const response = await fetch('/api/desk/inbox')
      if (response.ok) {
        const answer: { unread: number } = await response.json()
        if (told.current === before) setUnread(answer.unread)
      }
    } catch {
      // No connection: the count stands as it was, and is asked for when somebody looks again.
    }
    asking.current = false
  }, [])

  const take = useCallback((count: number) => {
    told.current += 1
    setUnread(count)
  }, [])

  useDeskEvents('inbox', (inbox) => take(inbox.unread))
  useDeskEvents('resume', () => void ask())
  useEffect(() => onUnread(take), [take])
  useEffect(() => {
    const look = () => void ask()
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask])
  // The shell is not made anew when one goes to another page.
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== path) void ask()
    before.current = path
  }, [path, ask])

  useActs([
    {
      id: 'go.inbox',
      label: 'Go to your inbox',
      group: 'Go to',
      keys: ['i'],
      also: 'notices notifications mentions',
      run: () => router.push('/desk/inbox'),
    },
  ])

  const words = unread === 0 ? 'Inbox' : `Inbox, ${unread} unread`
  return (
    <Link
      href="/desk/inbox"
      aria-current={here ? 'page' : undefined}
      aria-label={words}
      title={words}
      prefetch={false}
      className="inline-flex min-h-10 min-w-10 items-center justify-center gap-1 border-b-2 border-transparent text-sm font-semibold text-ink-soft hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Inbox aria-hidden="true" className="size-5" />
      {unread > 0 && (
        <span className="bg-ink px-1.5 text-xs leading-5 text-paper tabular-nums">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
