import { useRef, useState } from 'react'
import { useDesk } from '@/components/claims/desk-context'
import { claimIn, isKept, send } from '@/components/claims/send'
import type { ActionError, ActionResult } from '@/platform/action-result'

/**
 * One act of the server's with its refusal in sight. A second press while the first is under way does nothing. Where a
 * colleague was faster, the claim as it stands is taken over at once, so that what is shown is what is.
 */
export function useSend() {
  const { accept } = useDesk()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ActionError | null>(null)
  const running = useRef(false)

  /**
   * The value, or null where it was refused; the refusal is then in `error`. `onKept` is called where the act stands in the
   * outbox and is sent by itself: the form that it came from has done its part.
   */
  async function run<Value>(
    act: () => Promise<ActionResult<Value>>,
    onKept?: (reason: string) => void,
  ): Promise<{ value: Value } | null> {
    if (running.current) return null
    running.current = true
    setBusy(true)
    const result = await send(act)
    running.current = false
    setBusy(false)
    setError(result.ok ? null : result.error)
    if (result.ok) return { value: result.value }
    const current = claimIn(result.error.current)
    if (current) accept(current)
    if (isKept(result.error)) onKept?.(result.error.message)
    return null
  }

  return { run, busy, error, setError }
}
