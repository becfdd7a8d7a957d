import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { PresenceInput } from '@/claims/presence/schema'
import type { PresentPage } from '@/claims/presence/views'
import type { Person } from '@/components/claims/live/persons'
import { PresenceKeeper } from '@/components/claims/live/presence-keeper'
import { newRequestId } from '@/components/claims/request-id'
import { useDeskEvents, useStreaming } from '@/components/desk/live/live.island'

const ADDRESS = '/api/desk/presence'

const PresenceContext = createContext<PresenceKeeper | null>(null)

/** Says where the reader of this page is, and knows where the others are. */
export function PresenceProvider({
  interviewId,
  memberId,
  claimId,
  children,
}: {
  interviewId: string
  memberId: string
  /** The claim that is open. */
  claimId: string | null
  children: ReactNode
}) {
  const streaming = useStreaming()
  const streamingNow = useRef(streaming)
  streamingNow.current = streaming
  const keeper = useMemo(
    () =>
      new PresenceKeeper({
        interviewId,
        memberId,
        pageId: newRequestId(),
        say,
        sayLast: (input) => void fetch(ADDRESS, { ...posted(input), keepalive: true }).catch(() => undefined),
        visible: () => document.visibilityState === 'visible',
        streaming: () => streamingNow.current,
      }),
    [interviewId, memberId],
  )
  useEffect(() => {
    keeper.start()
    const leave = () => keeper.leave()
    const back = () => keeper.start()
    addEventListener('pagehide', leave)
    addEventListener('pageshow', back)
    document.addEventListener('visibilitychange', keeper.renew)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', back)
      document.removeEventListener('visibilitychange', keeper.renew)
      keeper.leave()
    }
  }, [keeper])
  useEffect(() => {
    const look = () => keeper.move(claimId, claimId ? fieldOf(document.activeElement) : '')
    look()
    // After the focus has left a field it is nowhere for a moment.
    const left = () => queueMicrotask(look)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', left)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', left)
    }
  }, [keeper, claimId])
  useDeskEvents('presence', ({ interviewId: where, pages }) => keeper.told(where, pages))
  useDeskEvents('resume', keeper.renew)
  return <PresenceContext value={keeper}>{children}</PresenceContext>
}

/** Colleagues who have this interview open. */
export function usePersons(): readonly Person[] {
  const keeper = use(PresenceContext)
  return useSyncExternalStore(keeper?.subscribe ?? nothing, keeper?.all ?? nobody, nobody)
}

/** The field of the open claim that holds the cursor, by the name it has in its form. */
function fieldOf(element: Element | null): string {
  if (!element?.closest('#desk-panel')) return ''
  const name = element.getAttribute('name') ?? ''
  return /^[A-Za-z]{1,40}$/.test(name) ? name : ''
}

function posted(input: PresenceInput): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
}

async function say(input: PresenceInput): Promise<readonly PresentPage[] | null> {
  try {
    const response = await fetch(ADDRESS, posted(input))
    if (!response.ok) return null
    const { pages }: { pages: PresentPage[] } = await response.json()
    return pages
  } catch {
    return null // a hint like this may be late
  }
}

const NOBODY: readonly Person[] = []
const nobody = () => NOBODY
const nothing = () => () => {}
