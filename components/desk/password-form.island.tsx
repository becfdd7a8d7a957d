'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ServerAction } from '@/platform/action-result'

type Props = { email: string; change: ServerAction<Record<string, FormDataEntryValue>, null> }

/** Changes one's own password; the present one is asked for. */
export function PasswordForm({ email, change }: Props) {
  const [done, setDone] = useState(false)
  const { run, busy, error } = useAction(change)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = event.currentTarget
    setDone(false)
    const answer = await run(Object.fromEntries(new FormData(sent)))
    if (!answer) return
    sent.reset()
    setDone(true)
  }

  const form = useFocusOnFault(error)
  const fields = error?.fields ?? {}
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex max-w-md flex-col gap-5">
      {/* Password managers tie a new password to the account by this field. */}
      <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField
        label="Password you sign in with now"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={fields.currentPassword}
      />
      <TextField
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters. Four unrelated words make a good one."
        error={fields.newPassword}
      />
      <FormError message={error && Object.keys(fields).length === 0 ? error.message : null} />
      {done && (
        <Notice tone="ok" live>
          Your password is changed. Other browsers are signed out.
        </Notice>
      )}
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        {busy ? 'Changing…' : 'Change password'}
      </Button>
    </form>
  )
}
