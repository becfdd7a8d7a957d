import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { newRequestId } from '@/components/claims/request-id'
import { useSend } from '@/components/claims/use-send'
import { toastDone } from '@/components/ui/toaster.island'
import type { ActionResult } from '@/platform/action-result'

type Removal = {
  /** Said when it is gone, e.g. `Source removed`. */
  done: string
  remove: () => Promise<ActionResult<ClaimView>>
  /** Adds the same once more; the request's id makes a second press add it once. */
  restore: (requestId: string) => Promise<ActionResult<ClaimView>>
}

/** Takes something off a claim at once and offers it back. */
export function useRemoval({ done, remove, restore }: Removal) {
  const { accept } = useDesk()
  const { run, busy, error } = useSend()

  async function take() {
    const removed = await run(remove)
    if (!removed) return
    accept(removed.value)
    const requestId = newRequestId()
    toastDone(done, {
      undo: async () => {
        const back = await run(() => restore(requestId))
        if (back) accept(back.value)
      },
    })
  }

  return { remove: take, busy, error }
}
