'use client'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { DeskEventName, DeskEvents } from '@/claims/live/events'
import { browserWorld } from '@/components/desk/live/browser-world'
import { LiveLink } from '@/components/desk/live/live-link'

const LiveContext = createContext<LiveLink | null>(null)

/** Stands around every desk page and connects it to what happens at the desk. */
export function LiveProvider({ memberId, children }: { memberId: string; children: ReactNode }) {
  const link = useMemo(() => new LiveLink(browserWorld(memberId)), [memberId])
  useEffect(() => {
    link.start()
    const leave = () => link.stop()
    // A page that the browser kept and shows again goes on where it was.
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) link.start()
    }
    addEventListener('online', link.seen)
    addEventListener('pagehide', leave)
    addEventListener('pageshow', back)
    document.addEventListener('visibilitychange', link.seen)
    return () => {
      removeEventListener('online', link.seen)
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', back)
      document.removeEventListener('visibilitychange', link.seen)
      link.stop()
    }
  }, [link])
  return <LiveContext value={link}>{children}</LiveContext>
}

/**
 * Calls back for every event of a kind, for as long as the calling part is mounted. `resume` means that some may have been
 * missed: ask for everything anew. Where streams are blocked nothing comes, so who needs to know asks now and then as well.
 */
export function useDeskEvents<Name extends DeskEventName>(
  name: Name,
  listener: (data: DeskEvents[Name]) => void,
): void {
  const link = use(LiveContext)
  const last = useRef(listener)
  last.current = listener
  useEffect(() => link?.on(name, (data) => last.current(data)), [link, name])
}

/** True while what happens is told at once; false where the stream is blocked, broken or not there yet. */
export function useStreaming(): boolean {
  const link = use(LiveContext)
  const none = useCallback(() => () => {}, [])
  return useSyncExternalStore(link?.subscribe ?? none, link?.isUp ?? never, never)
}

const never = () => false
