'use client'
import { useActs } from '@/components/desk/acts/acts.island'

/** Goes from one change to the next by key; what is reached has the focus, so that it is read out and Tab goes on from there. */
export function DiffKeys() {
  useActs([
    { id: 'diff.next', label: 'Next change', group: 'Changes', keys: ['n'], run: () => go(1) },
    { id: 'diff.previous', label: 'Change before', group: 'Changes', keys: ['p'], run: () => go(-1) },
  ])
  return null
}

function go(by: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-diff-entry]')]
  const at = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = entries[at < 0 ? (by > 0 ? 0 : entries.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
