import { buttonClass } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Moment } from '@/components/ui/moment'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { type AuditFilter, auditAddress } from '@/newsroom/audit-filter'
import type { AuditChoices, AuditEntryView, AuditPage } from '@/newsroom/views'
import { actionLabel } from './action-label'

type Props = {
  page: AuditPage
  choices: AuditChoices
  filter: AuditFilter
  zone: string
}

/** The trail with its filters: plain links and a plain form, so that any state of it has an address. */
export function AuditTrail({ page, choices, filter, zone }: Props) {
  return (
    <div className="flex flex-col gap-6">
      <Filters choices={choices} filter={filter} />
      {page.entries.length === 0 ? (
        <EmptyState title="Nothing here" action={<LinkButton href="/desk/audit">Show everything</LinkButton>}>
          No line of the trail fits what you chose.
        </EmptyState>
      ) : (
        <DataTable
          caption="Audit trail, newest first"
          columns={columnsIn(zone, filter)}
          rows={page.entries}
          rowKey={(entry) => entry.id}
        />
      )}
      <nav aria-label="Pages of the trail" className="flex gap-2">
        {filter.before && (
          <LinkButton href={auditAddress('/desk/audit', { ...filter, before: undefined })}>Newest</LinkButton>
        )}
        {page.older && (
          <LinkButton href={auditAddress('/desk/audit', { ...filter, before: page.older })}>Older</LinkButton>
        )}
      </nav>
    </div>
  )
}

function Filters({ choices, filter }: Pick<Props, 'choices' | 'filter'>) {
  const actions = choices.actions.map((action) => ({ value: action, label: actionLabel(action) }))
  const people = choices.people.map((person) => ({ value: person.id, label: person.name }))
  return (
    <form method="get" action="/desk/audit" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        label="Interview"
        name="interviewId"
        defaultValue={filter.interviewId ?? ''}
        options={[
          { value: '', label: 'Every interview' },
          ...choices.interviews.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <SelectField
        label="What"
        name="action"
        defaultValue={filter.action ?? ''}
        options={[{ value: '', label: 'Everything' }, ...actions]}
      />
      <SelectField
        label="Who"
        name="actorId"
        defaultValue={filter.actorId ?? ''}
        options={[{ value: '', label: 'Everybody' }, ...people]}
      />
      <TextField label="From" name="from" type="date" defaultValue={filter.from ?? ''} />
      <TextField label="To" name="to" type="date" defaultValue={filter.to ?? ''} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass('secondary', 'min-h-10')}>
          Show
        </button>
        {/* A file and not a page: the browser saves it. */}
        <a
          className={buttonClass('quiet', 'min-h-10')}
          href={auditAddress('/api/audit', { ...filter, before: undefined })}
          download
        >
          Save as CSV
        </a>
      </div>
      {filter.claimId && (
        <p className="text-sm sm:col-span-full">
          <input type="hidden" name="claimId" value={filter.claimId} />
          Only {choices.claim ?? 'a claim that is gone'}.{' '}
          <a
            className="text-accent underline underline-offset-4"
            href={auditAddress('/desk/audit', { ...filter, claimId: undefined, before: undefined })}
          >
            Show all claims
          </a>
        </p>
      )}
    </form>
  )
}

function columnsIn(zone: string, filter: AuditFilter): Column<AuditEntryView>[] {
  return [
    { key: 'at', header: 'When', cell: (entry) => <Moment at={entry.at} zone={zone} /> },
    { key: 'who', header: 'Who', cell: (entry) => entry.actorName },
    { key: 'what', header: 'What', heads: true, cell: (entry) => actionLabel(entry.action) },
    { key: 'subject', header: 'Of what', cell: (entry) => <Subject entry={entry} filter={filter} /> },
    {
      key: 'detail',
      header: 'Before and after',
      quietHeader: true,
      cell: (entry) => <Detail entry={entry} />,
    },
  ]
}

function Detail({ entry }: { entry: AuditEntryView }) {
  if (!entry.before && !entry.after) return null
  return (
    <details>
      <summary className="min-h-6 pointer-coarse:min-h-11 text-accent underline underline-offset-4">
        Before and after<span className="sr-only"> of {entry.subject}</span>
      </summary>
      <div className="mt-2 grid gap-3 md:max-w-2xl md:grid-cols-2">
        {entry.before && <Recorded label="Before" json={entry.before} />}
        {entry.after && <Recorded label="After" json={entry.after} />}
      </div>
    </details>
  )
}

function Recorded({ label, json }: { label: string; json: string }) {
  return (
    <div>
      <p className="kicker">{label}</p>
      <pre className="mt-1 overflow-x-auto bg-surface p-2 text-xs whitespace-pre-wrap">{json}</pre>
    </div>
  )
}

/** What it was done to; a claim leads to everything that was done to it. */
function Subject({ entry, filter }: { entry: AuditEntryView; filter: AuditFilter }) {
  const named =
    entry.claimId && entry.claimId !== filter.claimId ? (
      <a
        className="text-accent underline underline-offset-4"
        href={auditAddress('/desk/audit', { claimId: entry.claimId })}
      >
        {entry.subject}
      </a>
    ) : (
      entry.subject
    )
  if (entry.interview === null || entry.subject.includes(entry.interview)) return named
  return (
    <>
      {named}
      <span className="block text-ink-soft">{entry.interview}</span>
    </>
  )
}
