import { useState } from 'react'
import type { VerdictView } from '@/claims/views'
import { STATUS_LABELS, STATUSES, statusSchema } from '@/claims/words-of-the-trade'
import type { ClaimFilter } from '@/components/claims/claim-order'
import { type ListCounts, type ListFilter, WHOLE_LIST } from '@/components/claims/queue/list-filter'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'

type Props = {
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
  counts: ListCounts
  shown: number
  all: number
  verdicts: readonly VerdictView[]
}

/** What narrows and orders the list of one interview's claims. */
export function ListFilterFields({ filter, onFilter, counts, shown, all, verdicts }: Props) {
  const chosen = [filter.whose, filter.verdict, filter.sort === 'words' ? '' : filter.sort].filter(
    Boolean,
  ).length
  const put = (some: Partial<ListFilter>) => onFilter({ ...filter, ...some })
  useActs([
    {
      id: 'list.search',
      label: 'Search in the list of claims',
      group: 'Claims',
      keys: ['/'],
      run: () => document.getElementById('claim-text')?.focus(),
    },
  ])
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={`${shown} of ${all} ${all === 1 ? 'claim' : 'claims'}`}
        name="filter"
        id="claim-filter"
        value={filter.stands}
        options={[
          { value: 'open', label: `All but dropped (${counts.open})` },
          ...(counts.needsAnchor > 0 || filter.stands === 'needsAnchor'
            ? [{ value: 'needsAnchor', label: `Words changed, to be moved (${counts.needsAnchor})` }]
            : []),
          ...STATUSES.map((status) => ({
            value: status,
            label: `${STATUS_LABELS[status]} (${counts[status]})`,
          })),
        ]}
        onChange={(event) => put({ stands: standsOf(event.target.value) })}
      />
      <TextField
        label="Search in the claims"
        name="text"
        id="claim-text"
        type="search"
        value={filter.text}
        autoComplete="off"
        onChange={(event) => put({ text: event.target.value })}
      />
      <details open={chosen > 0} className="text-sm">
        <summary className="min-h-6 w-fit font-semibold text-accent pointer-coarse:min-h-11">
          Narrow and order{chosen > 0 && ` (${chosen} chosen)`}
        </summary>
        <div className="mt-2 grid grid-cols-2 gap-2">
          <SelectField
            label="Assigned to"
            name="whose"
            id="claim-whose"
            value={filter.whose}
            options={[
              { value: '', label: 'Anybody' },
              { value: 'me', label: 'Me' },
              { value: 'nobody', label: 'Nobody' },
            ]}
            onChange={({ target: { value } }) =>
              put({ whose: value === 'me' || value === 'nobody' ? value : '' })
            }
          />
          <SelectField
            label="Verdict"
            name="verdict"
            id="claim-verdict-filter"
            value={filter.verdict}
            options={[
              { value: '', label: 'Any' },
              { value: 'none', label: 'None yet' },
              ...verdicts.map(({ key, label }) => ({ value: key, label })),
            ]}
            onChange={({ target: { value } }) => put({ verdict: value })}
          />
          <SelectField
            label="Order"
            name="sort"
            id="claim-sort"
            value={filter.sort}
            options={[
              { value: 'words', label: 'As said' },
              { value: 'due', label: 'Due first' },
              { value: 'priority', label: 'Most urgent first' },
            ]}
            onChange={({ target: { value } }) =>
              put({ sort: value === 'due' || value === 'priority' ? value : 'words' })
            }
          />
        </div>
      </details>
      {shown === 0 && (
        <div className="flex flex-col items-start gap-2 py-4">
          <p className="text-ink-soft">No claim matches what you chose.</p>
          <Button onClick={() => onFilter(WHOLE_LIST)}>Show all but dropped</Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {shown === 1 ? '1 claim listed' : `${shown} claims listed`}
      </p>
    </div>
  )
}

function standsOf(value: string): ClaimFilter {
  const status = statusSchema.safeParse(value)
  if (status.success) return status.data
  return value === 'needsAnchor' ? 'needsAnchor' : 'open'
}

/** Kept for who comes back to the list of the same interview. */
let kept: { interviewId: string; filter: ListFilter } | null = null

export function useListFilter(interviewId: string): [ListFilter, (filter: ListFilter) => void] {
  const [filter, setFilter] = useState(() => (kept?.interviewId === interviewId ? kept.filter : WHOLE_LIST))
  return [
    filter,
    (next) => {
      kept = { interviewId, filter: next }
      setFilter(next)
    },
  ]
}
