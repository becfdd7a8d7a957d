import { type FormEvent, useEffect, useRef } from 'react'
import { z } from 'zod'
import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { keepFocus } from '@/components/claims/life/keep-focus'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { sendOnEnter } from '@/components/ui/send-on-enter'
import { TextArea } from '@/components/ui/text-area'

const keptSchema = z.object({ verdictKey: z.string(), reason: z.string() })

/** The verdict that this editor would give, and why; kept in the browser until it was sent. */
export function OpinionForm({ claim, onDone }: { claim: ClaimView; onDone: () => void }) {
  const { view, actions, accept, say } = useDesk()
  const { mine, state } = claim.agreement
  const form = useKeptForm(`form:${claim.id}:opinion:new`, keptSchema, {
    verdictKey: mine?.verdictKey ?? '',
    reason: mine?.reason ?? '',
  })
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => element.current?.querySelector('select')?.focus(), [])
  const { verdictKey, reason } = form.value

  async function send(event: FormEvent) {
    event.preventDefault()
    const fields: Record<string, string> = {
      ...(verdictKey === '' ? { verdictKey: 'Choose a verdict.' } : {}),
      ...(reason.trim() === '' ? { reason: 'Say in a sentence why.' } : {}),
    }
    if (Object.keys(fields).length > 0) {
      setError({ kind: 'invalid', message: 'Some fields need another look.', fields })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    await keepFocus(claim.id, async () => {
      const given = await run(() =>
        actions.giveOpinion({
          claimId: claim.id,
          verdictKey,
          reason,
          quote: claim.quote,
          claimReviewed: claim.claimReviewed,
          requestId: form.requestId,
        }),
      )
      if (!given) return
      accept(given.value)
      form.forget()
      onDone()
      const { agreement } = given.value
      say(
        agreement.state === 'sealed'
          ? `Kept. ${agreement.given} of ${agreement.needed} given.`
          : agreement.state === 'agree'
            ? `Kept. ${agreement.given} of ${agreement.given} agree.`
            : 'Kept. The verdicts do not agree: this claim asks for a talk.',
      )
    })
  }

  return (
    <form
      ref={element}
      onSubmit={send}
      onKeyDown={sendOnEnter}
      noValidate
      aria-label="The verdict you would give"
      className="flex flex-col gap-3 border border-rule-strong bg-paper p-3"
    >
      <SelectField
        label="The verdict you would give"
        name="opinion"
        id={`opinion-${claim.id}`}
        hint={state === 'sealed' ? 'Nobody is shown it before all are in.' : 'Everybody at the desk sees it.'}
        value={verdictKey}
        error={error?.fields.verdictKey}
        options={[
          { value: '', label: 'Choose a verdict' },
          ...view.verdicts
            .filter((verdict) => !verdict.retired)
            .map((verdict) => ({ value: verdict.key, label: verdict.label })),
        ]}
        onChange={(event) => form.change({ verdictKey: event.target.value, reason })}
      />
      <TextArea
        label="Why"
        name="opinionReason"
        id={`opinion-why-${claim.id}`}
        rows={2}
        dir="auto"
        value={reason}
        error={error?.fields.reason}
        onChange={(event) => form.change({ verdictKey, reason: event.target.value })}
      />
      <FormError message={error && Object.keys(error.fields).length === 0 ? error.message : undefined} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Keep my verdict
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
          Cancel
        </Button>
      </div>
    </form>
  )
}
