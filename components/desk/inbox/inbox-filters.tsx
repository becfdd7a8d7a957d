import Link from 'next/link'
import { INBOX_FILTER_LABELS, INBOX_FILTERS, type InboxFilter } from '@/claims/inbox/schema'

/** What of the inbox is shown; plain links, so that each has an address. */
export function InboxFilters({ filter }: { filter: InboxFilter }) {
  return (
    <nav aria-label="What is shown" className="flex gap-x-5 overflow-x-auto border-b border-rule">
      {INBOX_FILTERS.map((one) => (
        <Link
          key={one}
          href={one === 'all' ? '/desk/inbox' : `/desk/inbox?show=${one}`}
          aria-current={one === filter ? 'page' : undefined}
          className="inline-flex min-h-10 items-center border-b-2 border-transparent text-sm font-semibold whitespace-nowrap text-ink-soft hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          {INBOX_FILTER_LABELS[one]}
        </Link>
      ))}
    </nav>
  )
}
