import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: says so, what would be here, and how to begin. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border-y border-rule py-10">
      <p className="font-serif text-xl">{title}</p>
      {children && <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
