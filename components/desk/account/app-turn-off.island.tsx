'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { FactorActions } from './factor-actions'

type Props = { hasPassword: boolean; turnOff: FactorActions['turnOffApp'] }

/** Turns the app off; asks for what a forgotten browser does not know. */
export function AppTurnOff({ hasPassword, turnOff }: Props) {
  const [open, setOpen] = useState(false)
  const { run, busy, error, clear } = useAction(turnOff)
  const form = useFocusOnFault(error)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const answer = await run({
      password: String(typed.get('password') ?? ''),
      code: String(typed.get('code') ?? ''),
    })
    if (!answer) return
    setOpen(false)
    toastDone('The authenticator app is off.')
  }

  function change(next: boolean) {
    clear()
    setOpen(next)
  }

  const fields = error?.fields ?? {}
  return (
    <Dialog
      title="Turn the authenticator app off?"
      description="Codes of the app open nothing afterwards. If it is your only second factor, your password alone lets you in."
      trigger={<Button>Turn it off</Button>}
      open={open}
      onOpenChange={change}
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {hasPassword && (
          <TextField
            label="Your password"
            id="turn-off-password"
            name="password"
            type="password"
            autoComplete="current-password"
            error={fields.password}
          />
        )}
        <TextField
          label="Code from the app, or a recovery code"
          id="turn-off-code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          error={fields.code}
        />
        <FormError message={error && Object.keys(fields).length === 0 ? error.message : null} />
        <DialogEnds
          label="Turn it off"
          busyLabel="One moment…"
          danger
          onCancel={() => change(false)}
          busy={busy}
        />
      </form>
    </Dialog>
  )
}
