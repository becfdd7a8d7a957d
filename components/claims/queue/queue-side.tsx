import Link from 'next/link'
import type { QueueActions } from '@/claims/queue/queue-actions'
import {
  filterOfQuery,
  filterQuery,
  PRESETS,
  type QueueFilter,
  queueAddress,
} from '@/claims/queue/queue-filter'
import { SavedMenu } from '@/components/claims/queue/saved-menu'
import type { QueueState } from '@/components/claims/queue/use-queue'

type Props = { queue: QueueState; filter: QueueFilter; actions: QueueActions }

/** The queues that everybody has, and one's own, each with how many it holds. */
export function QueueSide({ queue, filter, actions }: Props) {
  const { counts, saved } = queue
  const here = filterQuery(filter)
  return (
    <div className="flex min-w-0 flex-col gap-5 text-sm max-lg:gap-2">
      <nav aria-label="Queues">
        <h2 className="kicker mb-1">Queues</h2>
        <ul className="flex gap-x-4 overflow-x-auto lg:flex-col">
          {PRESETS.map((preset) => (
            <li key={preset.key} className="shrink-0">
              <Place
                href={queueAddress(preset.filter)}
                label={preset.label}
                count={counts.presets[preset.key] ?? 0}
                here={here === filterQuery(preset.filter)}
              />
            </li>
          ))}
        </ul>
      </nav>
      <section aria-label="Your filters" className={saved.length === 0 ? 'max-lg:hidden' : ''}>
        <h2 className="kicker mb-1">Your filters</h2>
        {saved.length === 0 && (
          <p className="text-ink-soft">Narrow the list, then keep what you chose under a name.</p>
        )}
        <ul className="flex flex-col">
          {saved.map((one, index) => (
            <li key={one.id} className="flex items-center gap-1">
              <div className="min-w-0 flex-1">
                <Place
                  href={queueAddress(filterOfQuery(one.query))}
                  label={one.name}
                  count={counts.saved[one.id] ?? 0}
                  here={here === one.query}
                />
              </div>
              <SavedMenu one={one} index={index} queue={queue} here={here} actions={actions} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Place({ href, label, count, here }: { href: string; label: string; count: number; here: boolean }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className="relative flex min-h-9 items-center justify-between gap-2 border-b-2 border-transparent hover:underline aria-[current=page]:border-ink aria-[current=page]:font-semibold pointer-coarse:min-h-11 lg:border-s-2 lg:border-b-0 lg:ps-2"
    >
      <span className="min-w-0" dir="auto">
        {label}
      </span>
      <span className="text-ink-soft">
        {count.toLocaleString('en')}
        <span className="sr-only">{count === 1 ? ' claim' : ' claims'}</span>
      </span>
    </Link>
  )
}
