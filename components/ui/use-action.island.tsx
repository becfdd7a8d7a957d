'use client'
import { unstable_rethrow } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import type { ActionError, ActionResult } from '@/platform/action-result'

const UNREACHABLE: ActionError = {
  kind: 'unreachable',
  message: 'The server could not be reached. What you typed is still here; try again.',
  fields: {},
}

/**
 * Runs a Server Action (see app/_boundary/action) and keeps its refusal. A second call while one is under way is
 * ignored. `run` answers with the value, or null when it was refused.
 */
export function useAction<Args extends unknown[], Value>(
  act: (...args: Args) => Promise<ActionResult<Value>>,
) {
  const [busy, startTransition] = useTransition()
  const [error, setError] = useState<ActionError | null>(null)
  const running = useRef(false)

  function run(...args: Args): Promise<{ value: Value } | null> {
    if (running.current) return Promise.resolve(null)
    running.current = true
    return new Promise((resolve) => {
      startTransition(async () => {
        const result = await act(...args).catch((thrown: unknown): ActionResult<Value> => {
          running.current = false
          unstable_rethrow(thrown) // a redirect of the action's is no failure
          return { ok: false, error: UNREACHABLE }
        })
        running.current = false
        setError(result.ok ? null : result.error)
        resolve(result.ok ? { value: result.value } : null)
      })
    })
  }

  return { run, busy, error, clear: () => setError(null) }
}
