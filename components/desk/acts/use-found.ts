import { useEffect, useState } from 'react'
import type { FoundAtDesk } from '@/claims/views'

const PAUSE_MS = 150
/** One letter is in almost everything. */
const LEAST = 2

/** Interviews and claims whose names hold the words typed. A question that was overtaken is given up. */
export function useFound(query: string): { things: readonly FoundAtDesk[]; asking: boolean } {
  const [answer, setAnswer] = useState<{ query: string; things: readonly FoundAtDesk[] }>({
    query: '',
    things: [],
  })
  const words = query.trim()
  useEffect(() => {
    if (words.length < LEAST) return setAnswer({ query: words, things: [] })
    const calledOff = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/desk/find?${new URLSearchParams({ q: words })}`, {
          signal: calledOff.signal,
        })
        if (!response.ok) return setAnswer({ query: words, things: [] })
        const things: FoundAtDesk[] = await response.json()
        setAnswer({ query: words, things })
      } catch {
        // Called off, or no connection: the acts of the page are found without the server.
        if (!calledOff.signal.aborted) setAnswer({ query: words, things: [] })
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [words])
  return { things: answer.things, asking: answer.query !== words }
}
