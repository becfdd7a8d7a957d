'use client'
import { startRegistration } from '@simplewebauthn/browser'
import { type FormEvent, useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { OwnFactorsView } from '@/newsroom/second-factor/views'
import type { ActionError } from '@/platform/action-result'
import type { FactorActions } from './factor-actions'
import { PasskeyList } from './passkey-list.island'

type Props = {
  factors: OwnFactorsView
  actions: Pick<FactorActions, 'beginPasskey' | 'savePasskey' | 'rename' | 'remove'>
  zone: string
  noPasskeys: string | null
  onAdded: (recoveryCodes: string[] | null) => void
}

/** One's passkeys, and adding another. */
export function Passkeys({ factors: { passkeys, isProven }, actions, zone, noPasskeys, onAdded }: Props) {
  const [adding, setAdding] = useState(false)
  const refusal = noPasskeys ?? (isProven ? null : 'Confirm first that it is you.')
  useActs([
    {
      id: 'account.passkey',
      label: 'Add a passkey',
      group: 'How you sign in',
      also: 'WebAuthn security key fingerprint',
      ...(refusal ? { refusal } : {}),
      run: () => setAdding(true),
    },
  ])
  return (
    <section aria-labelledby="passkeys" className="flex flex-col items-start gap-3">
      <h2 id="passkeys" className="font-serif text-2xl">
        Passkeys
      </h2>
      <p className="max-w-prose">
        A passkey stays in your device or security key and opens with finger, face or PIN. It stands for the
        password and the second factor at once.
      </p>
      {noPasskeys && <Notice>{noPasskeys}</Notice>}
      {passkeys.length > 0 && (
        <PasskeyList passkeys={passkeys} zone={zone} mayRemove={isProven} {...actions} />
      )}
      {!refusal && <Button onClick={() => setAdding(true)}>Add a passkey</Button>}
      {adding && <AddPasskey {...actions} onClose={() => setAdding(false)} onAdded={onAdded} />}
    </section>
  )
}

type AddProps = Pick<FactorActions, 'beginPasskey' | 'savePasskey'> & {
  onClose: () => void
  onAdded: (recoveryCodes: string[] | null) => void
}

const PUT_AWAY: ActionError = {
  kind: 'put-away',
  message: 'No passkey was made. Try again; a device that has one for this site already makes no second.',
  fields: {},
}

function AddPasskey({ beginPasskey, savePasskey, onClose, onAdded }: AddProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ActionError | null>(null)
  const form = useFocusOnFault(error)

  async function make(name: string): Promise<ActionError | null> {
    const begun = await beginPasskey(null)
    if (!begun.ok) return begun.error
    const response = await startRegistration({ optionsJSON: begun.value }).catch(() => null)
    if (!response) return PUT_AWAY
    const saved = await savePasskey({ name, response })
    if (!saved.ok) return saved.error
    onClose()
    onAdded(saved.value.recoveryCodes)
    return null
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (!name) {
      const message = 'Give the passkey a name, such as “Work laptop”.'
      return setError({ kind: 'invalid', message, fields: { name: message } })
    }
    setBusy(true)
    const refusal = await make(name).catch(
      (): ActionError => ({
        kind: 'unreachable',
        message: 'The server could not be reached. Nothing was changed; try again.',
        fields: {},
      }),
    )
    setBusy(false)
    setError(refusal)
  }

  return (
    <Dialog
      title="Add a passkey"
      description="Your browser will ask which device or key is to hold it."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Name"
          id="passkey-name"
          name="name"
          hint="So that you know it again: “Work laptop”, “Blue key”."
          maxLength={60}
          error={error?.fields.name}
        />
        <FormError message={error && !error.fields.name ? error.message : null} />
        <DialogEnds label="Add it" busyLabel="Waiting for the device …" onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}
