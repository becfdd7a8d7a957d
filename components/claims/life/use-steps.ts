import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { keepFocus } from '@/components/claims/life/keep-focus'
import { useSend } from '@/components/claims/use-send'
import type { ActionResult } from '@/platform/action-result'

const UNSAVED_FORMS = [
  { kind: 'evidence', section: 'evidence-title', thing: 'a source' },
  { kind: 'reply', section: 'replies-title', thing: 'a right of reply' },
] as const

/** The acts that move a claim on, each said aloud, with the focus where it was or on where the claim stands. */
export function useSteps(claim: ClaimView) {
  const { actions, accept, saver, store, say, claimOf } = useDesk()
  const { run, busy, error, setError } = useSend()

  function refuse(message: string): false {
    setError({ kind: 'unsaved', message, fields: {} })
    say(message)
    return false
  }

  /** A source or reply that is written and not saved would stay behind: false stops the step and leads there. */
  function formsAreClosed(): boolean {
    const open = UNSAVED_FORMS.map(({ kind, section, thing }) => ({
      thing,
      form:
        store.names(`form:${claim.id}:${kind}:`).length > 0
          ? document.querySelector(`[aria-labelledby="${section}-${claim.id}"] form`)
          : null,
    })).find(({ form }) => form !== null)
    if (!open) return true
    open.form?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return refuse(`You are still writing ${open.thing}. Save it or cancel it first; nothing was sent.`)
  }

  /** What was typed goes first: nobody agrees to a claim as it was a moment ago. */
  async function saved(): Promise<boolean> {
    await saver.flush()
    return saver.holds(claim.id) ? refuse('Not done: what you typed is not saved yet.') : true
  }

  async function step(
    act: () => Promise<ActionResult<ClaimView>>,
    said: (claim: ClaimView) => string,
  ): Promise<boolean> {
    const done = await run(act)
    if (!done) return false
    accept(done.value)
    say(said(done.value))
    return true
  }

  return {
    busy,
    error,
    setError,
    move: (to: Status) =>
      keepFocus(claim.id, async () => {
        if (to === 'inReview' && !formsAreClosed()) return
        // The outbox sends what was typed before it, also when the server is out of reach just now.
        await step(
          () => actions.moveClaim({ claimId: claim.id, from: claim.status, to }),
          (now) => `Claim ${now.number} is now: ${STATUS_LABELS[now.status]}.`,
        )
      }),
    approve: () =>
      keepFocus(claim.id, async () => {
        if (!(await saved())) return
        const version = claimOf(claim.id)?.version ?? claim.version
        await step(
          () => actions.approveClaim({ claimId: claim.id, version }),
          (now) => `Claim ${now.number} approved.`,
        )
      }),
    handBack: (reason: string, requestId: string) =>
      step(
        () => actions.handBackClaim({ claimId: claim.id, from: claim.status, reason, requestId }),
        (now) =>
          `Claim ${now.number} handed back${now.assignee ? ` to ${now.assignee.name}` : ''}: ${STATUS_LABELS[now.status]}.`,
      ),
    heard: () =>
      keepFocus(claim.id, async () => {
        const { quote, startMs, endMs } = claim
        await step(
          () => actions.hearClaim({ claimId: claim.id, quote, startMs, endMs }),
          (now) => `Noted: you replayed claim ${now.number} against its words.`,
        )
      }),
  }
}
