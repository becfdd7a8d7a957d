'use client'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type Tab = { key: string; label: string; content: ReactNode }

/** A few panels of which one shows. Panels stay in the page, so that what was typed in one survives a look at another. */
export function Tabs({
  label,
  tabs,
  initial,
  shown,
  onShow,
}: {
  label: string
  tabs: readonly Tab[]
  initial?: string
  /** Key of the panel that shows, where the page itself decides; then `onShow` is told of a choice. */
  shown?: string
  onShow?: (key: string) => void
}) {
  return (
    <Radix.Root
      {...(shown === undefined ? { defaultValue: initial ?? tabs[0]?.key ?? '' } : { value: shown })}
      {...(onShow ? { onValueChange: onShow } : {})}
    >
      <Radix.List aria-label={label} className="flex gap-5 overflow-x-auto border-b border-rule">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.key}
            value={tab.key}
            className="min-h-10 pointer-coarse:min-h-11 border-b-2 border-transparent text-sm font-semibold whitespace-nowrap text-ink-soft data-[state=active]:border-ink data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.key} value={tab.key} forceMount className="pt-4 data-[state=inactive]:hidden">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
