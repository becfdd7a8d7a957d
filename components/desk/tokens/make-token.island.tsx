'use client'
import type { FormEvent } from 'react'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import { LIFETIMES } from '@/newsroom/api-tokens/schema'
import { SCOPE_LABELS, SCOPES } from '@/newsroom/api-tokens/scopes'
import type { MadeToken } from '@/newsroom/api-tokens/views'
import type { TokenActions } from './token-actions'

type Props = { make: TokenActions['make']; onClose: () => void; onMade: (token: MadeToken) => void }

const LASTS = LIFETIMES.map((days) => ({
  value: days === null ? 'never' : String(days),
  label: days === null ? 'Until it is revoked' : days === 365 ? 'A year' : `${days} days`,
}))

/** Asks which system it is for, what it may do and for how long. */
export function MakeTokenDialog({ make, onClose, onMade }: Props) {
  const { run, busy, error } = useAction(make)
  const form = useFocusOnFault(error)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const asked = typed.get('days')
    const answer = await run({
      name: String(typed.get('name') ?? ''),
      scopes: SCOPES.filter((scope) => typed.get(scope) !== null),
      days: LIFETIMES.find((days) => String(days) === asked) ?? null,
    })
    if (answer) onMade(answer.value)
  }

  const fields = error?.fields ?? {}
  return (
    <Dialog
      title="Make a token"
      description="It is shown once, when it is made. Whoever has it acts as you until you revoke it."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Which system will use it"
          id="token-name"
          name="name"
          hint="For example: editorial system, backup."
          maxLength={60}
          autoComplete="off"
          error={fields.name}
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="text-sm font-semibold">What it may do</legend>
          {SCOPES.map((scope, index) => (
            <CheckboxField
              key={scope}
              label={SCOPE_LABELS[scope].label}
              hint={SCOPE_LABELS[scope].means}
              id={`scope-${index}`}
              name={scope}
              error={index === SCOPES.length - 1 ? fields.scopes : undefined}
            />
          ))}
        </fieldset>
        <SelectField
          label="How long it lasts"
          id="token-days"
          name="days"
          options={LASTS}
          defaultValue="90"
          error={fields.days}
        />
        <FormError message={error && Object.keys(fields).length === 0 ? error.message : null} />
        <DialogEnds label="Make the token" busyLabel="One moment…" onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}
