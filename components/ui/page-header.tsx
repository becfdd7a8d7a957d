import type { ReactNode } from 'react'

type Props = { kicker?: ReactNode; title: ReactNode; children?: ReactNode; actions?: ReactNode }

/** The head of a desk page: one h1, a line of what it is for, and what can be done here. */
export function PageHeader({ kicker, title, children, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-ink pb-3">
      <div className="min-w-0">
        {kicker && <p className="kicker mb-1">{kicker}</p>}
        <h1 className="font-serif text-3xl leading-tight font-medium text-balance sm:text-4xl">{title}</h1>
        {children && <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
