import { type RefObject, useEffect } from 'react'
import {
  DUE_CHOICES,
  DUE_LABELS,
  narrowings,
  type QueueFilter,
  readFilter,
  SORT_LABELS,
  SORTS,
} from '@/claims/queue/queue-filter'
import type { QueueChoices } from '@/claims/queue/views'
import { CHALLENGE_LABELS, challengeSchema } from '@/claims/words-of-the-trade'
import { buttonClass } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'

type Props = {
  filter: QueueFilter
  choices: QueueChoices
  form: RefObject<HTMLFormElement | null>
  onFilter: (filter: QueueFilter) => void
}

/** A plain form that a browser without scripts can send; with them every choice is a new look at once. */
export function FilterForm({ filter, choices, form, onFilter }: Props) {
  // Somebody came here by a link or by Back: the fields say what the address says. They are not made anew, because that
  // would take the focus out of the one that was just used.
  useEffect(() => {
    const values = valuesOf(filter)
    for (const field of form.current?.elements ?? []) {
      const given = 'name' in field && typeof field.name === 'string' ? values[field.name] : undefined
      if (given === undefined) continue
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = given === '1'
      else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = given
    }
  }, [filter, form])

  const values = valuesOf(filter)
  const read = () => {
    if (form.current) onFilter(readFilter(textsOf(new FormData(form.current))))
  }
  const select = (label: string, name: string, options: readonly [string, string][]) => (
    <SelectField
      label={label}
      name={name}
      id={`queue-${name}`}
      defaultValue={values[name]}
      options={options.map(([value, text]) => ({ value, label: text }))}
      onChange={read}
    />
  )
  const rare = narrowings({ ...filter, text: '', statuses: [], assignee: null, due: null })
  return (
    <form
      ref={form}
      method="get"
      action="/desk/claims"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        read()
      }}
    >
      <input type="hidden" name="status" defaultValue={values.status} />
      <div className="grid grid-cols-2 items-end gap-3 xl:grid-cols-[minmax(12rem,2fr)_1fr_1fr_1.4fr_auto] *:min-w-0 max-xl:*:first:col-span-2">
        <TextField
          label="Search"
          name="q"
          id="queue-q"
          type="search"
          defaultValue={values.q}
          placeholder="Words of a title, sentence or quote"
          maxLength={200}
        />
        {select('Assigned to', 'assignee', [
          ['', 'Anybody'],
          ['me', 'Me'],
          ['nobody', 'Nobody'],
          ...choices.members.map(({ id, name }): [string, string] => [id, name]),
        ])}
        {select('Due', 'due', [
          ['', 'Any time'],
          ...DUE_CHOICES.map((one): [string, string] => [one, DUE_LABELS[one]]),
        ])}
        {select(
          'Order',
          'sort',
          SORTS.map((one) => [one, SORT_LABELS[one]]),
        )}
        <button type="submit" className={buttonClass('secondary', 'min-h-10')}>
          Show
        </button>
      </div>
      <details open={rare > 0} className="text-sm">
        <summary className="min-h-6 w-fit font-semibold text-accent pointer-coarse:min-h-11">
          More to narrow by{rare > 0 && ` (${rare} chosen)`}
        </summary>
        <div className="mt-2 grid grid-cols-2 items-end gap-3 *:min-w-0 xl:grid-cols-5">
          {select('Priority', 'priority', [
            ['', 'Any'],
            ['urgent', 'Urgent'],
            ['high,urgent', 'High or urgent'],
            ['normal', 'Normal'],
            ['low', 'Low'],
          ])}
          {select('Interview', 'interview', [
            ['', 'Every interview'],
            ...choices.interviews.map(({ id, title }): [string, string] => [id, title]),
          ])}
          {select('Verdict', 'verdict', [
            ['', 'Any'],
            ['none', 'No verdict yet'],
            ...choices.verdicts.map(({ key, label }): [string, string] => [key, label]),
          ])}
          {select('Topic', 'topic', [
            ['', 'Any'],
            ...choices.topics.map(({ slug, name }): [string, string] => [slug, name]),
          ])}
          {select('In the room', 'challenge', [
            ['', 'Challenged or not'],
            ...challengeSchema.options.map((one): [string, string] => [one, CHALLENGE_LABELS[one]]),
          ])}
        </div>
        <div className="mt-1 flex flex-wrap gap-x-6">
          <Yes name="back" label="Handed back" on={filter.handedBack} onChange={read} />
          <Yes name="lost" label="Waits for its words" on={filter.needsAnchor} onChange={read} />
          <Yes name="unseen" label="Waits for my look" on={filter.unseen} onChange={read} />
        </div>
      </details>
    </form>
  )
}

function Yes({
  name,
  label,
  on,
  onChange,
}: {
  name: string
  label: string
  on: boolean
  onChange: () => void
}) {
  return (
    <CheckboxField
      label={label}
      name={name}
      id={`queue-${name}`}
      value="1"
      defaultChecked={on}
      onChange={onChange}
    />
  )
}

function valuesOf(filter: QueueFilter): Record<string, string> {
  return {
    status: filter.statuses.join(','),
    assignee: filter.assignee ?? '',
    priority: filter.priorities.join(','),
    due: filter.due ?? '',
    interview: filter.interviewId ?? '',
    verdict: filter.verdict ?? '',
    topic: filter.topic ?? '',
    challenge: filter.challenge ?? '',
    back: filter.handedBack ? '1' : '',
    lost: filter.needsAnchor ? '1' : '',
    unseen: filter.unseen ? '1' : '',
    q: filter.text,
    sort: filter.sort,
  }
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
