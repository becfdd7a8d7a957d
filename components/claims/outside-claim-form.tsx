import { type FormEvent, useRef } from 'react'
import { flagOutsideClaimSchema } from '@/claims/schema'
import { useDesk } from '@/components/claims/desk-context'
import { messagesByField, OUTSIDE_FORM, outsideFormSchema, outsideOf } from '@/components/claims/form-shapes'
import { AppearanceFields } from '@/components/claims/sources/appearance-fields'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

/** A claim about this interview that was made somewhere else: in a post, say, and so has no words here. */
export function OutsideClaimForm() {
  const { view, actions, accept, go, say } = useDesk()
  const form = useKeptForm(`form:${view.interviewId}:outside:new`, outsideFormSchema, OUTSIDE_FORM)
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const { value } = form
  const message = (field: string) => error?.fields[field]

  async function save(event: FormEvent) {
    event.preventDefault()
    const parsed = flagOutsideClaimSchema.safeParse({
      interviewId: view.interviewId,
      requestId: form.requestId,
      ...outsideOf(value),
    })
    if (!parsed.success) {
      setError({
        kind: 'invalid',
        message: 'Some fields need another look.',
        fields: messagesByField(parsed.error.issues),
      })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const flagged = await run(
      () => actions.flagOutsideClaim(parsed.data),
      (reason) => {
        form.forget()
        say(`Not added yet. ${reason}`)
        go({ kind: 'claim', claimId: parsed.data.requestId }, { focus: true })
      },
    )
    if (!flagged) return
    form.forget()
    accept(flagged.value)
    say(`Claim ${flagged.value.number} added.`)
    go({ kind: 'claim', claimId: flagged.value.id }, { focus: true })
  }

  return (
    <form ref={element} onSubmit={save} noValidate className="flex flex-col gap-3 pb-24">
      <h2 tabIndex={-1} data-panel-heading className="font-serif text-xl">
        A claim made elsewhere
      </h2>
      <AppearanceFields
        id={(field) => `outside-${field}`}
        value={value}
        change={form.change}
        message={message}
        chosenKind={false}
      />
      <FormError message={error?.message} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {error?.kind === 'offline' ? 'Try again' : 'Add the claim'}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            form.forget()
            go({ kind: 'list' }, { focus: true })
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}
