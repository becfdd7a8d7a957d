import Link from 'next/link'
import { STATUS_LABELS, statusSchema } from '@/claims/words-of-the-trade'
import { type Column, DataTable } from '@/components/ui/data-table'
import { StatusBadge } from '@/components/ui/status-badge'
import { formatTimestamp } from '@/transcripts/timestamp'
import type { InterviewLine } from '@/transcripts/views'

const COLUMNS: readonly Column<InterviewLine>[] = [
  {
    key: 'title',
    header: 'Interview',
    heads: true,
    cell: ({ id, title }) => (
      <Link
        href={`/desk/interviews/${id}`}
        className="font-serif text-lg leading-snug font-medium hover:underline"
      >
        {title}
      </Link>
    ),
  },
  { key: 'date', header: 'Date', cell: ({ happenedOn }) => <Day day={happenedOn} /> },
  { key: 'claims', header: 'Claims', cell: ({ claims }) => <Claims claims={claims} /> },
  {
    key: 'published',
    header: 'Published',
    cell: ({ publication }) => <Published publication={publication} />,
  },
  {
    key: 'words',
    header: 'Words',
    numeric: true,
    cell: ({ wordCount }) => wordCount.toLocaleString('en'),
  },
  {
    key: 'length',
    header: 'Length',
    numeric: true,
    cell: ({ durationMs }) => (durationMs === null ? 'Untimed' : formatTimestamp(durationMs)),
  },
]

/** Every interview, newest first. */
export function InterviewList({ interviews }: { interviews: readonly InterviewLine[] }) {
  return <DataTable caption="Interviews" columns={COLUMNS} rows={interviews} rowKey={({ id }) => id} />
}

function Day({ day }: { day: string | null }) {
  if (day === null) return <span className="text-ink-soft">No date</span>
  const shown = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {shown}
    </time>
  )
}

function Claims({ claims }: { claims: InterviewLine['claims'] }) {
  if (claims.length === 0) return <span className="text-ink-soft">None flagged</span>
  return (
    <span>
      {claims
        .map(({ status, count }) => `${count} ${STATUS_LABELS[statusSchema.parse(status)].toLowerCase()}`)
        .join(', ')}
    </span>
  )
}

function Published({ publication }: { publication: InterviewLine['publication'] }) {
  if (!publication) return <StatusBadge tone="idle">Not published</StatusBadge>
  if (publication.takenDown) return <StatusBadge tone="off">Taken down</StatusBadge>
  return (
    <StatusBadge tone="done">
      {publication.number === 1 ? 'Published' : `Published, no. ${publication.number}`}
    </StatusBadge>
  )
}
