'use client'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { OwnFactorsView } from '@/newsroom/second-factor/views'
import type { FactorActions } from './factor-actions'

type Props = {
  factors: Pick<OwnFactorsView, 'hasPassword' | 'hasTotp'>
  confirm: FactorActions['confirmItIsMe']
}

/** Asks who sits there before anything about signing in is changed: the browser may have been left open. */
export function ProveAgain({ factors: { hasPassword, hasTotp }, confirm }: Props) {
  const { run, busy, error } = useAction(confirm)
  const form = useFocusOnFault(error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    void run({ password: String(typed.get('password') ?? ''), code: String(typed.get('code') ?? '') })
  }

  const fields = error?.fields ?? {}
  return (
    <section aria-labelledby="prove" className="border-y border-rule bg-surface p-4 sm:p-5">
      <h2 id="prove" className="font-serif text-xl">
        Confirm that it is you
      </h2>
      {hasPassword || hasTotp ? (
        <form ref={form} onSubmit={submit} noValidate className="mt-3 flex max-w-md flex-col gap-4">
          <p className="text-sm text-ink-soft">To change what follows. It holds for ten minutes.</p>
          {hasPassword ? (
            <TextField
              label="Your password"
              name="password"
              type="password"
              autoComplete="current-password"
              error={fields.password}
            />
          ) : (
            <TextField
              label="Code from your authenticator app"
              id="prove-code"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              error={fields.code ?? fields.password}
            />
          )}
          <FormError message={error && Object.keys(fields).length === 0 ? error.message : null} />
          <Button type="submit" variant="primary" busy={busy} className="self-start">
            {busy ? 'One moment…' : 'Confirm'}
          </Button>
        </form>
      ) : (
        <p className="mt-2 max-w-prose">
          You signed in more than ten minutes ago. To change what follows, sign out and in again.
        </p>
      )}
    </section>
  )
}
