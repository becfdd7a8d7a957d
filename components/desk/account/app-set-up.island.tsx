'use client'
import type { FormEvent } from 'react'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { TotpToSetUp } from '@/newsroom/second-factor/views'
import type { FactorActions } from './factor-actions'

type Props = {
  toSetUp: TotpToSetUp
  confirm: FactorActions['confirmApp']
  onClose: () => void
  onAdded: (recoveryCodes: string[] | null) => void
}

/** The secret as a picture and as text, and the code that shows that the app has it. */
export function AppSetUp({ toSetUp, confirm, onClose, onAdded }: Props) {
  const { run, busy, error } = useAction(confirm)
  const form = useFocusOnFault(error)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answer = await run({ code: String(new FormData(event.currentTarget).get('code') ?? '') })
    if (!answer) return
    onClose()
    onAdded(answer.value.recoveryCodes)
  }

  const message = error?.fields.code
  return (
    <Dialog
      title="Set up an authenticator app"
      description="Scan the picture with the app, then type the six digits that it shows."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      {/* White on any theme: cameras want dark squares on light ground. */}
      {/* biome-ignore lint/performance/noImgElement: made here and now, nothing to load or resize */}
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(toSetUp.qrSvg)}`}
        alt="QR code for the authenticator app; the same stands below as text"
        width={200}
        height={200}
        className="self-center border border-rule bg-white p-1"
      />
      <div className="text-sm">
        <p className="text-ink-soft">Cannot scan it? Type this into the app:</p>
        <code className="font-mono wrap-anywhere select-all" data-testid="totp-secret">
          {toSetUp.secret}
        </code>
        <p className="mt-1">
          <a
            href={toSetUp.address}
            className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
          >
            Open it in an app on this device
          </a>
        </p>
      </div>
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Six digits"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          required
          className="font-mono tracking-[0.3em]"
          error={message}
        />
        <FormError message={error && !message ? error.message : null} />
        <DialogEnds label="Turn it on" busyLabel="Checking…" onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}
