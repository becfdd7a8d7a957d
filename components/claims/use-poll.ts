import { useEffect, useRef } from 'react'
import type { DeskChanges } from '@/claims/views'
import { fetchChanges } from '@/components/claims/fetch-changes'

const EVERY_MS = 4000

/**
 * Asks every few seconds what colleagues did, while somebody looks. Any answer also proves that the server is there.
 * The next question waits for the answer to the last: a slow server is not asked twice.
 */
export function usePoll(world: {
  interviewId: string
  revision: number
  onChanges: (changes: DeskChanges) => void
  onReached: () => void
}) {
  const now = useRef(world)
  now.current = world

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = false
    let stopped = false

    async function ask() {
      clearTimeout(timer)
      if (asking || stopped || document.visibilityState !== 'visible') return
      asking = true
      const { interviewId, revision } = now.current
      const changes = await fetchChanges(interviewId, revision)
      asking = false
      if (stopped) return
      if (changes) {
        now.current.onChanges(changes)
        now.current.onReached()
      }
      timer = setTimeout(ask, EVERY_MS)
    }

    timer = setTimeout(ask, EVERY_MS)
    const look = () => void ask()
    addEventListener('focus', look)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      stopped = true
      clearTimeout(timer)
      removeEventListener('focus', look)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
}
