import { MOST_AT_ONCE } from '@/claims/queue/change-schema'
import { claims } from '@/components/claims/queue/say-change'
import type { QueueAsk, QueueState } from '@/components/claims/queue/use-queue'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'

type Props = { queue: QueueState; onAsk: (ask: QueueAsk) => void }

/** More than this take a moment that is worth showing. */
const MANY = 100

/** What can be done with the selected claims; stays in sight at the bottom. */
export function BulkBar({ queue, onAsk }: Props) {
  const { selected, counts, lines, busy } = queue
  if (selected.size === 0) return null
  const more = counts.matching > lines.length && selected.size < Math.min(counts.matching, MOST_AT_ONCE)
  const acts: [QueueAsk, string][] = [
    ['mine', 'Assign to me'],
    ['assign', 'Assign…'],
    ['review', 'Send to review'],
    ['handBack', 'Hand back…'],
    ['move', 'Status…'],
    ['priority', 'Priority…'],
    ['due', 'Due…'],
    ['topics', 'Topics…'],
  ]
  return (
    <section
      aria-label="Selected claims"
      data-bulk-bar
      className="sticky bottom-0 z-10 flex flex-col gap-2 border-t-2 border-ink bg-paper py-3"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-sm font-semibold">{claims(selected.size)} selected</p>
        {more && (
          <Button variant="quiet" onClick={() => void queue.selectAll()}>
            {counts.matching > MOST_AT_ONCE
              ? `Select the first ${MOST_AT_ONCE.toLocaleString('en')} of ${counts.matching.toLocaleString('en')} that match`
              : `Select all ${counts.matching.toLocaleString('en')} that match`}
          </Button>
        )}
        <Button variant="quiet" onClick={() => queue.selectOnly([])}>
          Select none
        </Button>
      </div>
      {busy && busy.count > MANY && (
        <Progress label={`Changing ${claims(busy.count)}`} value={null} detail="all of them, or none" />
      )}
      {/* Not `disabled` while one is under way: that would take the focus away. A second press does nothing. */}
      <div className="-mx-1 flex gap-2 overflow-x-auto px-1 py-1 md:flex-wrap">
        {acts.map(([ask, label]) => (
          <Button
            key={ask}
            className="shrink-0"
            aria-disabled={busy !== null || undefined}
            onClick={() => onAsk(ask)}
          >
            {label}
          </Button>
        ))}
      </div>
    </section>
  )
}
