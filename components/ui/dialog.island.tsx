'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react'
import { PANEL_CLASS } from './confirm.island'

type Props = {
  title: string
  description?: string
  children: ReactNode
  /** The button that opens it; leave out where `open` is steered from outside. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where the focus goes at the end if what had it is gone, as after a dialog that led to this one. */
  returnTo?: RefObject<HTMLElement | null>
}

/** A panel over the page for one short task. Focus stays inside and goes back where it came from. */
export function Dialog({ title, description, children, trigger, returnTo, ...steering }: Props) {
  const cameFrom = useRef<Element | null>(null)
  return (
    <Radix.Root {...steering}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          className={PANEL_CLASS}
          onOpenAutoFocus={(event) => {
            cameFrom.current = document.activeElement
            focusFirstField(event)
          }}
          onCloseAutoFocus={(event) => {
            if (trigger) return
            // Radix knows only a trigger to go back to.
            event.preventDefault()
            // What the task led to may have the focus already.
            if (document.activeElement && document.activeElement !== document.body) return
            const before = cameFrom.current
            const stays = before instanceof HTMLElement && before !== document.body && before.isConnected
            const next = stays ? before : returnTo?.current
            next?.focus({ preventScroll: true })
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="font-serif text-2xl leading-tight">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="-me-2 -mt-1 inline-flex size-9 pointer-coarse:size-11 shrink-0 items-center justify-center hover:bg-surface"
            >
              <X aria-hidden="true" className="size-5" />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="text-ink-soft">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Who opens a form wants to type. Without a field the first button has the focus, as Radix does it. */
function focusFirstField(event: Event): void {
  const field =
    event.target instanceof Element
      ? event.target.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
      : null
  if (!field || (event.target instanceof Element && event.target.contains(document.activeElement))) return
  event.preventDefault()
  field.focus()
}
