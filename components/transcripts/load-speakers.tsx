import { X } from 'lucide-react'
import { PART_LABELS } from '@/claims/words-of-the-trade'
import { FoundSpeaker } from '@/components/transcripts/found-speaker'
import type { LoadDraft, SpeakerRow } from '@/components/transcripts/load-draft'
import { Button } from '@/components/ui/button'
import { CONTROL_CLASS } from '@/components/ui/field'
import { personsLike } from '@/transcripts/known-persons'
import { PARTS, type Part, partSchema } from '@/transcripts/schema'
import { namesAPerson } from '@/transcripts/speakers'
import type { PersonName } from '@/transcripts/views'

type Props = {
  rows: readonly SpeakerRow[]
  persons: readonly PersonName[]
  errors: Record<string, string>
  onChange: (index: number, change: { name?: string; part?: Part }) => void
  voices: LoadDraft['voices']
  onVoices: (voices: LoadDraft['voices']) => void
  onRemoveVoice: (key: string) => void
}

/** Everybody the file lets speak: who they are, and what part they have. The same name twice is one participant. */
export function LoadSpeakers({ rows, persons, errors, onChange, voices, onVoices, onRemoveVoice }: Props) {
  return (
    <>
      <ul className="border-t border-rule">
        {rows.map((row, index) => (
          <li
            key={row.label ?? ''}
            className="grid gap-x-4 gap-y-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]"
          >
            <FoundSpeaker speaker={row}>
              {row.label === null && (
                <p className="mt-1 text-ink-soft">
                  These may be several people’s turns. Say who speaks where under “What was read”.
                </p>
              )}
            </FoundSpeaker>
            <SpeakerFields
              row={row}
              index={index}
              rows={rows}
              persons={persons}
              errors={errors}
              onChange={onChange}
            />
          </li>
        ))}
        {voices.map((voice, index) => (
          <li key={voice.key} className="border-b border-rule py-3">
            <Voice
              voice={voice}
              error={errors[`voices.${index}.name`]}
              onChange={(next) => onVoices(voices.map((one) => (one.key === voice.key ? next : one)))}
              onRemove={() => onRemoveVoice(voice.key)}
            />
          </li>
        ))}
      </ul>
      <div className="pt-3">
        <Button onClick={() => onVoices([...voices, newVoice()])}>Add a speaker</Button>
      </div>
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

/** Somebody whom no label of the file names. */
export function newVoice(): LoadDraft['voices'][number] {
  return { key: `voice:${crypto.randomUUID()}`, name: '', part: 'guest' }
}

function Voice({
  voice,
  error,
  onChange,
  onRemove,
}: {
  voice: LoadDraft['voices'][number]
  error: string | undefined
  onChange: (voice: LoadDraft['voices'][number]) => void
  onRemove: () => void
}) {
  return (
    <>
      <p className="pb-1 text-sm font-semibold">A speaker the file does not name</p>
      <div className="grid grid-cols-[minmax(0,1fr)_9rem_auto] gap-2">
        <input
          id={voice.key}
          aria-label="Name of the added speaker"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${voice.key}-error` : undefined}
          list="known-persons"
          value={voice.name}
          onChange={(event) => onChange({ ...voice, name: event.target.value })}
          className={CONTROL_CLASS}
          autoComplete="off"
        />
        <PartSelect
          label={`Part of ${voice.name || 'the added speaker'}`}
          value={voice.part}
          onChange={(part) => onChange({ ...voice, part })}
        />
        <Button
          variant="quiet"
          aria-label={`Remove ${voice.name || 'the added speaker'}`}
          onClick={onRemove}
          className="px-2"
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {error && (
        <p id={`${voice.key}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </>
  )
}

function PartSelect({
  label,
  value,
  disabled = false,
  onChange,
}: {
  label: string
  value: Part
  disabled?: boolean
  onChange: (part: Part) => void
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(partSchema.parse(event.target.value))}
      className={CONTROL_CLASS}
      disabled={disabled}
    >
      {PARTS.map((part) => (
        <option key={part} value={part}>
          {PART_LABELS[part]}
        </option>
      ))}
    </select>
  )
}

function SpeakerFields({
  row,
  rows,
  index,
  persons,
  errors,
  onChange,
}: Pick<Props, 'rows' | 'persons' | 'errors' | 'onChange'> & { row: SpeakerRow; index: number }) {
  const others = [...new Set(rows.filter((one) => one !== row).map((one) => one.name.trim()))].filter(
    (name) => name !== '' && name !== row.name.trim(),
  )
  const likely = personsLike(row.name, persons)
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
        <PartSelect
          label={`Part of ${whose}`}
          value={row.part}
          disabled={row.name.trim() === ''}
          onChange={(part) => onChange(index, { part })}
        />
      </div>
      <p
        id={`${id}-note`}
        className={`min-h-5 text-sm ${error ? 'font-medium text-danger' : 'text-ink-soft'}`}
      >
        {error ?? noteOn(row, persons)}
      </p>
      {likely.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-ink-soft">Do you mean</span>
          {likely.map(({ name, affiliation }) => (
            <Button key={name} onClick={() => onChange(index, { name })}>
              <span dir="auto">{name}</span>
              {affiliation && <span className="font-normal text-ink-soft">{affiliation}</span>}
            </Button>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <label className="flex items-center gap-2 text-sm text-ink-soft">
          Same person as
          <select
            aria-label={`${whose} is the same person as`}
            value=""
            onChange={(event) => onChange(index, { name: event.target.value })}
            className={`${CONTROL_CLASS} max-w-56 text-sm`}
          >
            <option value="">nobody else</option>
            {others.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
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
