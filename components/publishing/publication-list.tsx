import { EmptyState } from '@/components/ui/empty-state'
import type { PublishView } from '@/publishing/views'

const KINDS: Record<string, string> = {
  first: 'First publication',
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
  takedown: 'Taken down',
}

/** Every publication of an interview, newest first; none of them can be changed. */
export function PublicationList({
  publications,
  timeZone,
}: {
  publications: PublishView['publications']
  timeZone: string
}) {
  if (publications.length === 0)
    return (
      <EmptyState title="Nothing published yet">
        Each publication will stand here with its number, for good.
      </EmptyState>
    )
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <ol className="divide-y divide-rule border-y border-rule text-sm">
      {publications.map((publication) => (
        <li key={publication.number} className="flex flex-wrap items-baseline gap-x-3 py-2">
          <span className="w-8 text-ink-soft tabular-nums">{publication.number}</span>
          <span className="font-semibold">{KINDS[publication.kind] ?? publication.kind}</span>
          <span className="text-ink-soft">
            <time dateTime={publication.at}>{format.format(new Date(publication.at))}</time>, {publication.by}
          </span>
        </li>
      ))}
    </ol>
  )
}
