import type { ListFilter } from '@/publishing/list-filter'

/** Somebody or something to choose on a list: `key` goes into the address. */
export type Choice = { key: string; label: string }

/** Narrows a list to a person and a topic: a plain form, whose answer is an address like any other. */
export function NarrowForm({
  path,
  filter,
  people,
  topics,
}: {
  path: string
  filter: ListFilter
  people: readonly Choice[]
  topics: readonly Choice[]
}) {
  if (people.length + topics.length < 3) return null
  return (
    <form className="narrow-form" method="get" action={path}>
      {filter.verdict ? <input type="hidden" name="verdict" value={filter.verdict} /> : null}
      {filter.challenged ? <input type="hidden" name="challenged" value={filter.challenged} /> : null}
      <Choose name="person" label="Person" all="Everybody" value={filter.person} choices={people} />
      <Choose name="topic" label="Topic" all="Every topic" value={filter.topic} choices={topics} />
      <button type="submit">Show</button>
    </form>
  )
}

/** A labelled choice whose empty value stands for all. */
export function Choose({
  name,
  label,
  all,
  value,
  choices,
}: {
  name: string
  label: string
  all: string
  value: string | undefined
  choices: readonly Choice[]
}) {
  return (
    <label className="choose">
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {choices.map(({ key, label: text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
