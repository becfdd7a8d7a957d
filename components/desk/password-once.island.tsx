'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'

type Props = { name: string; email: string; password: string | null; onClose: () => void }

/** A new password, shown this once: only its hash is kept. */
export function PasswordOnce({ name, email, password, onClose }: Props) {
  return (
    <Dialog
      title={`Password for ${name}`}
      description="It is shown only now. Pass it on by a safe way; they can change it under “Your password”."
      open={password !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      {password && <PasswordPanel email={email} password={password} />}
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          I have passed it on
        </Button>
      </div>
    </Dialog>
  )
}

/** The address and the password, ready to copy. */
function PasswordPanel({ email, password }: { email: string; password: string }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    // Browsers refuse the clipboard where the page is not served safely; the text can be selected all the same.
    const done = await navigator.clipboard?.writeText(password).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }

  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 border-y border-rule py-3">
      <dt className="text-sm text-ink-soft">E-mail</dt>
      <dd className="break-all">{email}</dd>
      <dt className="text-sm text-ink-soft">Password</dt>
      <dd className="flex flex-wrap items-center gap-3">
        <code className="font-mono text-base break-all select-all" data-testid="new-password">
          {password}
        </code>
        <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>
        <span role="status" className="sr-only">
          {copied ? 'The password is in the clipboard.' : ''}
        </span>
      </dd>
    </dl>
  )
}
