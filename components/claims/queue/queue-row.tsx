import { ChevronDown, ChevronsUp, ChevronUp, CornerUpLeft, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import type { QueueLine } from '@/claims/queue/views'
import { PRIORITY_LABELS, type Priority, STATUS_LABELS } from '@/claims/words-of-the-trade'
import { dueWords } from '@/components/claims/life/due-words'
import { RowMenu } from '@/components/claims/queue/row-menu'
import type { QueueAsk } from '@/components/claims/queue/use-queue'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { VerdictBadge } from '@/components/claims/verdict-badge'
import { StatusBadge } from '@/components/ui/status-badge'
import { momentWords } from '@/platform/moment-words'
import { formatTimestamp } from '@/transcripts/timestamp'

type Props = {
  line: QueueLine
  at: string
  zone: string
  /** The row that the keys are about: the only one that Tab stops at. */
  current: boolean
  selected: boolean
  onCurrent: (id: string) => void
  onSelect: (id: string, range: boolean) => void
  onOpen: (id: string) => void
  onAsk: (ask: QueueAsk, id: string) => void
}

/** One claim of the queue; on a phone a card. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { line, current, selected, onCurrent, onSelect, onOpen, onAsk } = props
  const stop = current ? 0 : -1
  const words = line.claimReviewed || `“${line.quote}”`
  const named = `claim ${line.number} of ${line.interviewTitle}`
  return (
    <li
      data-row={line.id}
      onFocus={() => onCurrent(line.id)}
      className={`grid grid-cols-[2.5rem_minmax(0,1fr)_auto] gap-x-2 border-b border-rule py-2 focus-within:bg-surface md:grid-cols-[2.5rem_minmax(0,1fr)_9.5rem_9rem_auto] md:gap-x-4 ${selected ? 'bg-surface shadow-[inset_3px_0_0_var(--accent)] rtl:shadow-[inset_-3px_0_0_var(--accent)]' : ''}`}
    >
      {/* The label is the target: a thumb needs more than the box. */}
      <label className="flex min-h-9 items-start justify-center pt-1.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="size-4.5"
          tabIndex={stop}
          checked={selected}
          aria-label={`Select ${named}`}
          onChange={(event) => onSelect(line.id, withShift(event.nativeEvent))}
        />
      </label>
      <div className="min-w-0 self-center">
        <Link
          href={`/desk/interviews/${line.interviewId}#claim-${line.number}`}
          prefetch={false}
          data-row-link={line.id}
          tabIndex={stop}
          aria-describedby={`row-${line.id}`}
          dir="auto"
          className="line-clamp-3 font-serif text-base leading-snug font-medium hover:underline"
          onClick={() => onOpen(line.id)}
        >
          {words}
        </Link>
        <div id={`row-${line.id}`} className="mt-0.5 flex flex-col gap-0.5 text-sm text-ink-soft">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 md:hidden">
            <Standing line={line} />
          </p>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <Urgency priority={line.priority} />
            <span className="md:hidden">{line.assignee?.name ?? 'Nobody'}</span>
            <Due {...props} />
          </p>
          <p className="line-clamp-2" dir="auto">
            {[line.speaker, line.startMs === null ? '' : formatTimestamp(line.startMs)]
              .filter(Boolean)
              .join(' at ')}
            {(line.speaker || line.startMs !== null) && ' · '}
            {line.interviewTitle}, no. {line.number}
            {line.topics.length > 0 && ` · ${line.topics.join(', ')}`}
          </p>
          <Marks line={line} />
        </div>
      </div>
      <div className="hidden flex-col gap-1 pt-1 text-sm md:flex">
        <Standing line={line} />
      </div>
      <p className="hidden truncate pt-1 text-sm md:block">
        {line.assignee?.name ?? <span className="text-ink-soft">Nobody</span>}
      </p>
      <RowMenu label={`Change ${named}`} tabIndex={stop} onAsk={(ask) => onAsk(ask, line.id)} />
    </li>
  )
})

function Standing({ line }: { line: QueueLine }) {
  return (
    <>
      <StatusBadge tone={STATUS_TONES[line.status]}>{STATUS_LABELS[line.status]}</StatusBadge>
      {line.verdict ? (
        <VerdictBadge verdict={line.verdict} className="text-sm" />
      ) : (
        <span className="text-ink-soft">No verdict yet</span>
      )}
    </>
  )
}

const SIGNS = { urgent: ChevronsUp, high: ChevronUp, low: ChevronDown } as const

/** Nothing for the usual: what is said of every row is read in none. */
function Urgency({ priority }: { priority: Priority }) {
  if (priority === 'normal') return null
  const Sign = SIGNS[priority]
  return (
    <span
      className={`inline-flex items-center gap-1 ${priority === 'urgent' ? 'font-semibold text-danger' : priority === 'high' ? 'font-semibold text-ink' : ''}`}
    >
      <Sign aria-hidden="true" className="size-4" />
      {PRIORITY_LABELS[priority]}
    </span>
  )
}

function Due({ line, at, zone }: Props) {
  if (line.dueAt === null) return null
  const { words, tone } = dueWords(line.dueAt, Date.parse(at), line.status)
  if (tone === 'settled') return null
  const ink =
    tone === 'overdue' ? 'font-semibold text-danger' : tone === 'near' ? 'font-semibold text-ink' : ''
  return (
    <time dateTime={line.dueAt} title={momentWords(line.dueAt, zone)} className={ink}>
      {words}
    </time>
  )
}

function Marks({ line }: { line: QueueLine }) {
  return (
    <>
      {line.handedBackAt !== null && line.status !== 'approved' && (
        <p className="inline-flex items-center gap-1.5 font-semibold text-ink">
          <CornerUpLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          Handed back
        </p>
      )}
      {line.needsAnchor && line.status !== 'dropped' && (
        <p className="inline-flex items-center gap-1.5 font-semibold text-verdict-unsubstantiated">
          <TriangleAlert aria-hidden="true" className="size-4" />
          The words under it changed
        </p>
      )}
      {!line.matches && <p className="italic">No longer in this list; it stays until you look again.</p>}
    </>
  )
}

/** A box that is clicked with Shift held selects all up to it. */
function withShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey
}
