import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { send } from '@/components/claims/send'
import { useSend } from '@/components/claims/use-send'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'

/** Sharing an earlier claim's check, parting the two, or taking the check as a start; each can be taken back or added to. */
export function useRepeat(claim: ClaimView) {
  const { actions, accept, claimOf, say, saver } = useDesk()
  const { run, busy, error } = useSend()

  /** Says what was done and keeps the focus where something still is to be done. */
  function done(message: string, undo?: () => void) {
    say(message)
    toastDone(message, undo ? { undo } : {})
    // The answer is drawn with the next frame; the button may be gone after it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const left = document.activeElement
        if (!left || left === document.body) document.getElementById(headingId(claim.id))?.focus()
      }),
    )
  }

  async function linkTo(toClaimId: string): Promise<boolean> {
    // What is being typed belongs to the check that will rest: it is saved there first.
    await saver.flush()
    const linked = await run(() => actions.linkRepeat({ claimId: claim.id, toClaimId }))
    if (linked) accept(linked.value)
    return linked !== null
  }

  async function part(): Promise<boolean> {
    const parted = await run(() => actions.unlinkRepeat({ claimId: claim.id }))
    if (parted) accept(parted.value)
    return parted !== null
  }

  return {
    busy,
    refusal: error?.message ?? null,
    async link(to: { rootId: string }) {
      if (await linkTo(to.rootId)) done(`Claim ${claim.number} shares the earlier check.`, () => void part())
    },
    async part() {
      const rootId = claim.said.repeatOf?.claimId
      if (rootId && (await part()))
        done(`Claim ${claim.number} has a check of its own again.`, () => void linkTo(rootId))
    },
    async reuse(from: { rootId: string }) {
      await saver.flush()
      const taken = await run(() => actions.reuseCheck({ claimId: claim.id, fromClaimId: from.rootId }))
      if (!taken) return
      accept(taken.value)
      done(`The earlier check is the start of claim ${claim.number}. Check it anew.`)
    },
    /** Approves again, one after another, the repeats whose approval is of the check as it was. */
    async approveRepeats() {
      const { changed } = claim.said
      let approved = 0
      let refused = ''
      for (const repeat of changed) {
        const result = await send(() => actions.approveClaim(repeat))
        if (result.ok) approved += 1
        else refused = result.error.message
        // Most are of other interviews, and no claims of this desk.
        if (result.ok && claimOf(repeat.claimId)) accept(result.value)
      }
      const message = `${approved} of ${changed.length} repeats approved again.`
      if (refused) toastRefused(`${message} ${refused}`)
      done(message)
    },
  }
}

export type Repeating = ReturnType<typeof useRepeat>

export const headingId = (claimId: string) => `said-before-${claimId}`
