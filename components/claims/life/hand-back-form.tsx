import { type FormEvent, useEffect, useRef } from 'react'
import { z } from 'zod'
import type { ClaimView } from '@/claims/views'
import { keepFocus } from '@/components/claims/life/keep-focus'
import { useSteps } from '@/components/claims/life/use-steps'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { sendOnEnter } from '@/components/ui/send-on-enter'
import { TextArea } from '@/components/ui/text-area'

/** Asks why, and says to whom it goes. What was typed is kept until it was sent. */
export function HandBackForm({ claim, onDone }: { claim: ClaimView; onDone: () => void }) {
  const form = useKeptForm(`form:${claim.id}:handBack:new`, z.string(), '')
  const { handBack, busy, error, setError } = useSteps(claim)
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => element.current?.querySelector('textarea')?.focus(), [])
  const to = claim.sentBy ?? claim.assignee ?? claim.createdBy

  async function send(event: FormEvent) {
    event.preventDefault()
    if (form.value.trim() === '') {
      const reason = 'Say why it goes back, so that the writer can act on it.'
      setError({ kind: 'invalid', message: reason, fields: { reason } })
      element.current?.querySelector('textarea')?.focus()
      return
    }
    await keepFocus(claim.id, async () => {
      if (!(await handBack(form.value, form.requestId))) return
      form.forget()
      onDone()
    })
  }

  return (
    <form
      ref={element}
      onSubmit={send}
      onKeyDown={sendOnEnter}
      noValidate
      aria-label="Hand back"
      className="flex flex-col gap-3 border border-rule-strong bg-paper p-3"
    >
      <TextArea
        label="Why it goes back"
        name="reason"
        id={`reason-${claim.id}`}
        rows={2}
        dir="auto"
        hint={
          to
            ? `${to.name} finds this in the inbox and at the top of the claim.`
            : 'Stands at the top of the claim.'
        }
        value={form.value}
        error={error?.fields.reason}
        onChange={(event) => form.change(event.target.value)}
      />
      <FormError message={error && !error.fields.reason ? error.message : undefined} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Hand it back
        </Button>
        <Button
          variant="quiet"
          onClick={() =>
            keepFocus(claim.id, async () => {
              form.forget()
              onDone()
            })
          }
        >
          Leave it
        </Button>
      </div>
    </form>
  )
}
