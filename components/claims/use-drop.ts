import type { ClaimView } from '@/claims/views'
import type { Status } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { useSend } from '@/components/claims/use-send'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'

/** Dropping a claim, which can be taken back at once, and restoring it to where it stood. */
export function useDrop(claim: ClaimView) {
  const { actions, accept, say } = useDesk()
  const { run, busy, error } = useSend()

  async function move(from: Status, to: Status): Promise<ClaimView | null> {
    const moved = await run(() => actions.moveClaim({ claimId: claim.id, from, to }))
    if (moved) accept(moved.value)
    return moved?.value ?? null
  }

  async function back(to: Status) {
    const restored = await move('dropped', to)
    if (restored) say(`Claim ${claim.number} restored.`)
    else toastRefused(`Claim ${claim.number} could not be restored. Try again from the dropped claims.`)
  }

  async function drop() {
    const before = claim.status
    if (!(await move(before, 'dropped'))) return
    say(`Claim ${claim.number} dropped.`)
    toastDone(`Claim ${claim.number} dropped`, { undo: () => void back(before) })
  }

  return {
    drop,
    restore: () => (claim.droppedFrom ? back(claim.droppedFrom) : undefined),
    refusal: error?.message ?? null,
    dropping: busy,
  }
}
