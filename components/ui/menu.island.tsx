'use client'
import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** A menu under a button. Arrow keys move, a letter jumps, Escape closes. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-30 min-w-48 border border-ink bg-paper py-1 text-sm text-ink shadow-lg"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type ItemProps = {
  children: ReactNode
  onSelect?: () => void
  disabled?: boolean
  asChild?: boolean
  danger?: boolean
}

/** One line of a menu: a button, or with `asChild` the link inside it. */
export function MenuItem({ danger = false, ...rest }: ItemProps) {
  return (
    <DropdownMenu.Item
      {...rest}
      className={`flex min-h-9 pointer-coarse:min-h-11 w-full items-center gap-2 px-3 py-1.5 outline-none select-none data-disabled:opacity-55 data-highlighted:bg-surface data-highlighted:underline ${danger ? 'text-danger' : ''}`}
    />
  )
}

/** A line between groups of a menu. */
export function MenuRule() {
  return <DropdownMenu.Separator className="my-1 h-px bg-rule" />
}
