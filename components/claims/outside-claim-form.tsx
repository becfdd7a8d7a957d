import { type FormEvent, useRef } from 'react'
import { flagOutsideClaimSchema } from '@/claims/schema'
import { APPEARANCE_LABELS, appearanceKindSchema } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { messagesByField, OUTSIDE_FORM, outsideFormSchema } from '@/components/claims/form-shapes'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

/** A claim about this interview that was made somewhere else: in a post, say, and so has no words here. */
export function OutsideClaimForm() {
  const { view, actions, accept, go, say } = useDesk()
  const form = useKeptForm(`form:${view.interviewId}:outside:new`, outsideFormSchema, OUTSIDE_FORM)
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const { value } = form
  const set = (part: Partial<typeof value>) => form.change({ ...value, ...part })
  const message = (field: string) => error?.fields[field]

  async function save(event: FormEvent) {
    event.preventDefault()
    const { kind, title, url, on, ...rest } = value
    const parsed = flagOutsideClaimSchema.safeParse({
      interviewId: view.interviewId,
      requestId: form.requestId,
      ...rest,
      appearance: { kind, title, url, on: on || null },
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
      <TextArea
        label="What was written or said"
        name="quote"
        id="outside-quote"
        rows={3}
        value={value.quote}
        error={message('quote')}
        onChange={(event) => set({ quote: event.target.value })}
      />
      <TextField
        label="By whom"
        name="claimant"
        id="outside-claimant"
        value={value.claimant}
        error={message('claimant')}
        onChange={(event) => set({ claimant: event.target.value })}
      />
      <SelectField
        label="Where"
        name="kind"
        id="outside-kind"
        value={value.kind}
        options={appearanceKindSchema.options.map((kind) => ({
          value: kind,
          label: APPEARANCE_LABELS[kind],
        }))}
        onChange={(event) => set({ kind: appearanceKindSchema.parse(event.target.value) })}
      />
      <TextField
        label="Title or name of the place"
        name="title"
        id="outside-title"
        optional
        value={value.title}
        error={message('appearance.title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextField
        label="Address"
        name="url"
        id="outside-url"
        optional
        inputMode="url"
        placeholder="https://"
        value={value.url}
        error={message('appearance.url')}
        onChange={(event) => set({ url: event.target.value })}
      />
      <TextField
        label="On"
        name="on"
        id="outside-on"
        type="date"
        optional
        value={value.on}
        error={message('appearance.on')}
        onChange={(event) => set({ on: event.target.value })}
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
