import type { FormEvent } from 'react'
import { z } from 'zod'
import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { keepFocus } from '@/components/claims/life/keep-focus'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { sendOnEnter } from '@/components/ui/send-on-enter'
import { TextArea } from '@/components/ui/text-area'

/** Where verdicts differ, an editor writes down how the talk ended: on the claim's verdict as it stands. */
export function TalkEndForm({ claim }: { claim: ClaimView }) {
  const { view, actions, accept, say } = useDesk()
  const form = useKeptForm(`form:${claim.id}:talkEnd:new`, z.string(), '')
  const { run, busy, error } = useSend()
  const verdict = view.verdicts.find(({ key }) => key === claim.verdictKey)

  async function send(event: FormEvent) {
    event.preventDefault()
    const { verdictKey } = claim
    if (verdictKey === null || form.value.trim() === '') return
    await keepFocus(claim.id, async () => {
      const ended = await run(() =>
        actions.endTalk({ claimId: claim.id, verdictKey, outcome: form.value, requestId: form.requestId }),
      )
      if (!ended) return
      accept(ended.value)
      form.forget()
      say('Written down: how the talk ended.')
    })
  }

  return (
    <form
      onSubmit={send}
      onKeyDown={sendOnEnter}
      noValidate
      aria-label="How the talk ended"
      className="flex flex-col gap-2"
    >
      <TextArea
        label="How the talk ended"
        name="talkOutcome"
        id={`talk-end-${claim.id}`}
        rows={2}
        dir="auto"
        hint={`On the claim’s verdict: ${verdict?.label ?? 'none yet'}. Change that first if you agreed on another.`}
        value={form.value}
        error={error?.fields.outcome}
        onChange={(event) => form.change(event.target.value)}
      />
      <FormError message={error && !error.fields.outcome ? error.message : undefined} />
      <Button type="submit" className="self-start" busy={busy} disabled={form.value.trim() === ''}>
        Write down how it ended
      </Button>
    </form>
  )
}
