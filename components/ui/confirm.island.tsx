'use client'
import { AlertDialog } from 'radix-ui'
import { type ReactElement, type ReactNode, useState } from 'react'
import { Button } from './button'
import { FormError } from './form-error'

type Props = {
  /** The button that asks; leave out where `open` is steered from outside, e.g. by a menu. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  children?: ReactNode
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  /** Does it. Answers with null when done, or with the sentence of a refusal, which stays in the dialog. */
  onConfirm: () => Promise<string | null>
}

/** Asks once before something that others will notice. Escape and Cancel change nothing; focus goes back to the trigger. */
export function Confirm({
  trigger,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  danger = false,
  open,
  onOpenChange,
  onConfirm,
}: Props) {
  const [ownOpen, setOwnOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function confirm() {
    setBusy(true)
    const answer = await onConfirm().catch(
      () => 'The server could not be reached. Nothing was changed; try again.',
    )
    setBusy(false)
    setRefusal(answer)
    if (answer === null) change(false)
  }

  function change(next: boolean) {
    setRefusal(null)
    setOwnOpen(next)
    onOpenChange?.(next)
  }

  return (
    <AlertDialog.Root open={open ?? ownOpen} onOpenChange={change}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <AlertDialog.Content className={PANEL_CLASS}>
          <AlertDialog.Title className="font-serif text-2xl leading-tight">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="text-ink-soft">{children}</div>
          </AlertDialog.Description>
          <FormError message={refusal} />
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </AlertDialog.Cancel>
            <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** How a panel over the page looks; dialogs share it. */
export const PANEL_CLASS =
  'fixed start-1/2 top-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col gap-4 overflow-y-auto border border-ink bg-paper p-5 text-ink shadow-lg rtl:translate-x-1/2'
