import { buttonClass } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Moment } from '@/components/ui/moment'
import { SelectField } from '@/components/ui/select-field'
import type { AuditEntryView, AuditPage } from '@/newsroom/views'
import { actionLabel } from './action-label'

type Filter = { action?: string | undefined; actorId?: string | undefined; before?: string | undefined }

type Props = {
  page: AuditPage
  choices: { actions: string[]; people: { id: string; name: string }[] }
  filter: Filter
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
          columns={columnsIn(zone)}
          rows={page.entries}
          rowKey={(entry) => entry.id}
        />
      )}
      <nav aria-label="Pages of the trail" className="flex gap-2">
        {filter.before && <LinkButton href={address({ ...filter, before: undefined })}>Newest</LinkButton>}
        {page.older && <LinkButton href={address({ ...filter, before: page.older })}>Older</LinkButton>}
      </nav>
    </div>
  )
}

function Filters({ choices, filter }: Pick<Props, 'choices' | 'filter'>) {
  const actions = choices.actions.map((action) => ({ value: action, label: actionLabel(action) }))
  const people = choices.people.map((person) => ({ value: person.id, label: person.name }))
  return (
    <form
      method="get"
      action="/desk/audit"
      className="grid items-end gap-3 sm:grid-cols-[16rem_16rem_auto_1fr]"
    >
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
      <button type="submit" className={buttonClass('secondary', 'min-h-10 justify-self-start')}>
        Show
      </button>
    </form>
  )
}

function columnsIn(zone: string): Column<AuditEntryView>[] {
  return [
    { key: 'at', header: 'When', cell: (entry) => <Moment at={entry.at} zone={zone} /> },
    { key: 'who', header: 'Who', cell: (entry) => entry.actorName },
    { key: 'what', header: 'What', heads: true, cell: (entry) => actionLabel(entry.action) },
    { key: 'subject', header: 'Of what', cell: (entry) => <Subject entry={entry} /> },
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

function address(filter: Filter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return `/desk/audit?${query}`
}

function Subject({ entry }: { entry: AuditEntryView }) {
  if (entry.interview === null || entry.subject.includes(entry.interview)) return entry.subject
  return (
    <>
      {entry.subject}
      <span className="block text-ink-soft">{entry.interview}</span>
    </>
  )
}
