'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ServerAction } from '@/platform/action-result'

type Props = {
  token: string
  name: string
  email: string
  choose: ServerAction<{ token: string; password: string }, null>
}

/** The first page somebody sees who was invited: their name, their address, and a password of their own. */
export function ChoosePassword({ token, name, email, choose }: Props) {
  const router = useRouter()
  const [entering, setEntering] = useState(false)
  const { run, busy, error } = useAction(choose)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    if (!(await run({ token, password }))) return
    setEntering(true)
    // Replaced and not pushed: the way back must not lead to a link that is used up.
    router.replace('/desk/interviews')
  }

  const form = useFocusOnFault(error)
  const fields = error?.fields ?? {}
  return (
    <form ref={form} onSubmit={submit} noValidate className="mt-6 flex flex-col gap-5">
      <p>
        You sign in as <strong>{name}</strong> with <span className="wrap-anywhere">{email}</span>.
      </p>
      {/* Password managers tie a new password to the account by this field. */}
      <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        autoFocus
        hint="At least 12 characters. Four unrelated words make a good one."
        error={fields.password}
      />
      <FormError message={error && !fields.password ? error.message : null} />
      <Button type="submit" variant="primary" busy={busy || entering} className="min-h-11">
        {busy || entering ? 'One moment…' : 'Choose it and sign in'}
      </Button>
    </form>
  )
}
