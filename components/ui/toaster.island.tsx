'use client'
import { Toaster as Sonner, toast } from 'sonner'

/** Where short messages appear; the desk's layout has one. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      closeButton
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

/** Something was done. With `undo`, a button takes it back within ten seconds. */
export function toastDone(message: string, options: { undo?: () => void } = {}): void {
  const { undo } = options
  toast(message, undo ? { duration: 10_000, action: { label: 'Undo', onClick: () => undo() } } : {})
}

/** Something was refused; stays until it is closed or ten seconds have passed. */
export function toastRefused(message: string): void {
  toast.error(message, { duration: 10_000 })
}
