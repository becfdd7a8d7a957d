'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { PUBLICATION_KINDS } from '@/components/publishing/publication-kinds'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { type ComparablePublication, type DiffView, pairPath, readPair } from '@/publishing/diff/diff-view'

type Props = Pick<DiffView, 'interviewId' | 'before' | 'after' | 'publications' | 'timeZone'>

/** Chooses which two are compared. */
export function ChoosePair({ interviewId, before, after, publications, timeZone }: Props) {
  const router = useRouter()
  const [earlier, setEarlier] = useState(`${before}`)
  const [later, setLater] = useState(`${after}`)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const options = publications.map((one: ComparablePublication) => ({
    value: `${one.number}`,
    label: `${one.number}. ${PUBLICATION_KINDS[one.kind] ?? one.kind}, ${format.format(new Date(one.at))}`,
  }))

  function compare(event: FormEvent) {
    event.preventDefault()
    const pair = readPair(`${earlier}..${later}`)
    if (pair) router.push(pairPath(interviewId, pair.before, pair.after))
  }

  return (
    <form onSubmit={compare} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
      <SelectField
        label="From"
        name="before"
        value={earlier}
        options={options}
        onChange={(event) => setEarlier(event.target.value)}
      />
      <SelectField
        label="To"
        name="after"
        value={later}
        options={[{ value: 'desk', label: 'What is at the desk now' }, ...options]}
        onChange={(event) => setLater(event.target.value)}
      />
      <Button type="submit">Compare</Button>
    </form>
  )
}
