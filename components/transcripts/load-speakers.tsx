import { PART_LABELS } from '@/claims/words-of-the-trade'
import type { SpeakerRow } from '@/components/transcripts/load-draft'
import { CONTROL_CLASS } from '@/components/ui/field'
import { PARTS, type Part, partSchema } from '@/transcripts/schema'
import { namesAPerson } from '@/transcripts/speakers'
import type { PersonName } from '@/transcripts/views'

type Props = {
  rows: readonly SpeakerRow[]
  persons: readonly PersonName[]
  errors: Record<string, string>
  onChange: (index: number, change: { name?: string; part?: Part }) => void
}

/** Everybody the file lets speak: who they are, and what part they have. The same name twice is one participant. */
export function LoadSpeakers({ rows, persons, errors, onChange }: Props) {
  return (
    <>
      <ul className="border-t border-rule">
        {rows.map((row, index) => (
          <li
            key={row.label ?? ''}
            className="grid gap-x-4 gap-y-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]"
          >
            <div className="min-w-0 text-sm">
              <p className="font-semibold">{row.label ?? 'No speaker named'}</p>
              <p className="text-ink-soft">
                {row.turns.toLocaleString('en')} {row.turns === 1 ? 'turn' : 'turns'},{' '}
                {row.words.toLocaleString('en')} {row.words === 1 ? 'word' : 'words'}
              </p>
              {row.label === null && (
                <p className="mt-1 text-ink-soft">
                  These may be several people’s turns. Speakers can be set turn by turn in the workspace.
                </p>
              )}
              <p dir="auto" className="mt-1 font-serif text-base leading-snug">
                “{row.firstQuote}”
              </p>
            </div>
            <SpeakerFields row={row} index={index} persons={persons} errors={errors} onChange={onChange} />
          </li>
        ))}
      </ul>
      <datalist id="known-persons">
        {persons.map(({ name, affiliation }) => (
          <option key={name} value={name}>
            {affiliation}
          </option>
        ))}
      </datalist>
    </>
  )
}

function SpeakerFields({
  row,
  index,
  persons,
  errors,
  onChange,
}: Omit<Props, 'rows'> & { row: SpeakerRow; index: number }) {
  const whose = row.label ?? 'turns without a speaker'
  const error = errors[`speakers.${index}.name`] ?? errors[`speakers.${index}.part`]
  const id = `speaker-${index}`
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_9rem] gap-2">
        <input
          id={id}
          aria-label={`Name of ${whose}`}
          aria-describedby={`${id}-note`}
          aria-invalid={error ? true : undefined}
          list="known-persons"
          value={row.name}
          placeholder="Leave unnamed"
          onChange={(event) => onChange(index, { name: event.target.value })}
          className={CONTROL_CLASS}
          autoComplete="off"
        />
        <select
          aria-label={`Part of ${whose}`}
          value={row.part}
          onChange={(event) => onChange(index, { part: partSchema.parse(event.target.value) })}
          className={CONTROL_CLASS}
          disabled={row.name.trim() === ''}
        >
          {PARTS.map((part) => (
            <option key={part} value={part}>
              {PART_LABELS[part]}
            </option>
          ))}
        </select>
      </div>
      <p
        id={`${id}-note`}
        className={`min-h-5 text-sm ${error ? 'font-medium text-danger' : 'text-ink-soft'}`}
      >
        {error ?? noteOn(row, persons)}
      </p>
    </div>
  )
}

/** What the name given means for the newsroom's list of persons. */
function noteOn(row: SpeakerRow, persons: readonly PersonName[]): string {
  const name = row.name.trim()
  if (name === '') return 'These turns stay without a speaker.'
  if (row.sameAs.length > 0) return `One participant with ${row.sameAs.join(', ')}.`
  const known = persons.find((person) => person.name === name)
  if (known) return `Known here${known.affiliation ? `: ${known.affiliation}` : ''}. Will be linked.`
  return namesAPerson(name, row.part) ? 'New in Claimline.' : 'Not a person’s name, so no page of their own.'
}
