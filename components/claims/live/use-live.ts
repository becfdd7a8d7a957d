import { useEffect, useMemo, useReducer, useRef } from 'react'
import type { DeskChanges } from '@/claims/views'
import { askChanges } from '@/components/claims/fetch-changes'
import { ChangeFollower, type Connection } from '@/components/claims/live/follow-changes'
import { useDeskEvents, useStreaming } from '@/components/desk/live/live.island'

/**
 * Brings what colleagues did as it happens, and by asking every few seconds where streams are blocked. Any answer, and any
 * sign of the stream's, also proves that the server is there.
 * @returns how the page is connected just now
 */
export function useLive(world: {
  interviewId: string
  revision: number
  onChanges: (changes: DeskChanges) => void
  onReached: () => void
  /** Something waits for the server to come back, so it is asked often. */
  urgent: boolean
}): Connection {
  const streaming = useStreaming()
  const now = useRef({ ...world, streaming })
  now.current = { ...world, streaming }
  const [, redraw] = useReducer((count: number) => count + 1, 0)

  const follower = useMemo(
    () =>
      new ChangeFollower({
        ask: (since) => askChanges(now.current.interviewId, since),
        revision: () => now.current.revision,
        onChanges: (changes) => now.current.onChanges(changes),
        onReached: () => now.current.onReached(),
        streaming: () => now.current.streaming,
        urgent: () => now.current.urgent,
        visible: () => document.visibilityState === 'visible',
        changed: redraw,
        random: Math.random,
      }),
    [],
  )

  useEffect(() => {
    follower.start()
    const look = () => {
      if (document.visibilityState === 'visible') follower.look()
    }
    const cut = () => follower.cutOff()
    addEventListener('focus', look)
    addEventListener('online', look)
    addEventListener('offline', cut)
    document.addEventListener('visibilitychange', look)
    return () => {
      follower.stop()
      removeEventListener('focus', look)
      removeEventListener('online', look)
      removeEventListener('offline', cut)
      document.removeEventListener('visibilitychange', look)
    }
  }, [follower])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the follower reads both when it plans its next question
  useEffect(() => follower.streamTurned(), [follower, streaming, world.urgent])
  useDeskEvents('interview', ({ id, revision }) => {
    if (id === world.interviewId) follower.hear(revision)
  })
  useDeskEvents('resume', () => follower.missed())
  useDeskEvents('beat', () => follower.alive())
  return follower.connection()
}
