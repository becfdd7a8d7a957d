'use client'
import { Toaster as Sonner, toast } from 'sonner'

/** Where short messages appear; the desk's layout has one. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      closeButton
      // Its own Alt+T is the desk's key to the talk.
      hotkey={['F8']}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'relative flex w-full items-center gap-3 border font-sans border-ink bg-ink px-4 py-3 text-sm text-paper shadow-lg',
          title: 'font-semibold',
          actionButton:
            'ms-auto min-h-9 shrink-0 px-2 font-semibold whitespace-nowrap underline underline-offset-4',
          closeButton: 'hidden',
        },
      }}
    />
  )
}

/**
 * Something was done. With `undo`, a button takes it back within ten seconds; the focus then goes back where it was.
 * @returns what takes the message away before its time.
 */
export function toastDone(message: string, options: { undo?: () => void } = {}): () => void {
  const { undo } = options
  const before = document.activeElement
  function takeBack() {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    undo?.()
  }
  const id = toast(message, undo ? { duration: 10_000, action: { label: 'Undo', onClick: takeBack } } : {})
  return () => toast.dismiss(id)
}

/** Something was refused; stays until it is closed or ten seconds have passed. */
export function toastRefused(message: string): void {
  toast.error(message, { duration: 10_000 })
}
