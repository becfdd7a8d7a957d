import Link from 'next/link'
import type { ClaimLine } from '@/claims/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { VerdictBadge } from '@/components/claims/verdict-badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { StatusBadge } from '@/components/ui/status-badge'

const COLUMNS: readonly Column<ClaimLine>[] = [
  {
    key: 'claim',
    header: 'Claim',
    heads: true,
    cell: (line) => (
      <Link
        href={`/desk/interviews/${line.interviewId}#claim-${line.number}`}
        className="font-serif text-base leading-snug font-medium hover:underline"
      >
        {line.claimReviewed || `“${line.quote}”`}
      </Link>
    ),
  },
  { key: 'interview', header: 'Interview', cell: (line) => `${line.interviewTitle}, no. ${line.number}` },
  {
    key: 'verdict',
    header: 'Verdict',
    cell: (line) =>
      line.verdict ? (
        <VerdictBadge verdict={line.verdict} />
      ) : (
        <span className="text-ink-soft">None yet</span>
      ),
  },
  {
    key: 'status',
    header: 'Status',
    cell: (line) => <StatusBadge tone={STATUS_TONES[line.status]}>{STATUS_LABELS[line.status]}</StatusBadge>,
  },
  {
    key: 'assignee',
    header: 'Assignee',
    cell: (line) => line.assignee ?? <span className="text-ink-soft">Nobody</span>,
  },
]

/** Claims of several interviews as a table. */
export function ClaimLines({ lines }: { lines: readonly ClaimLine[] }) {
  return <DataTable caption="Claims" columns={COLUMNS} rows={lines} rowKey={(line) => line.id} />
}
