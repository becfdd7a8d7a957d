import { useState } from 'react'
import type { ReplacedSpeaker, ReplacementPreview } from '@/claims/replacement-schema'
import { PART_LABELS } from '@/claims/words-of-the-trade'
import { FoundSpeaker } from '@/components/transcripts/found-speaker'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { PARTS, partSchema } from '@/transcripts/schema'
import type { ParticipantView } from '@/transcripts/views'

type Props = {
  found: ReplacementPreview['speakers']
  speakers: readonly ReplacedSpeaker[]
  participants: readonly ParticipantView[]
  disabled: boolean
  /** What lands where may change with who somebody is. */
  onDecide: (speakers: ReplacedSpeaker[]) => void
}

/** Who the file's labels are: people of the interview, new ones, or whoever said those words before. */
export function ReplaceSpeakers({ found, speakers, participants, disabled, onDecide }: Props) {
  return (
    <section aria-labelledby="replace-speakers">
      <h3 id="replace-speakers" className="mb-3 font-serif text-xl">
        Who speaks
      </h3>
      <ul className="border-t border-rule">
        {found.map((row, index) => (
          <li
            key={row.label ?? ''}
            className="grid gap-x-6 gap-y-3 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]"
          >
            <FoundSpeaker speaker={row} />
            <Decision
              index={index}
              label={row.label}
              decided={speakers.find(({ label }) => label === row.label) ?? row}
              participants={participants}
              disabled={disabled}
              onDecide={(to) =>
                onDecide(speakers.map((one) => (one.label === row.label ? { ...one, ...to } : one)))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const AS_BEFORE = 'as-before'
const SOMEBODY_NEW = 'new'

type DecisionProps = {
  index: number
  label: string | null
  decided: ReplacedSpeaker
  participants: readonly ParticipantView[]
  disabled: boolean
  onDecide: (to: Partial<ReplacedSpeaker>) => void
}

function Decision({ index, label, decided, participants, disabled, onDecide }: DecisionProps) {
  /** What is being typed; decided when the field is left. */
  const [name, setName] = useState(decided.name)
  const isNew = decided.participantId === null && decided.name !== ''

  function choose(value: string) {
    if (value !== SOMEBODY_NEW)
      return onDecide({ participantId: value === AS_BEFORE ? null : value, name: '' })
    const proposed = name.trim() || label || 'New speaker'
    setName(proposed)
    onDecide({ participantId: null, name: proposed })
  }

  function decideName() {
    const typed = name.trim()
    if (typed === '') setName(decided.name)
    else if (typed !== decided.name) onDecide({ name: typed })
  }

  return (
    <div className="flex flex-col gap-3">
      <SelectField
        name={`speaker-${index}`}
        label={label === null ? 'Turns that name nobody are by' : `${label} is`}
        value={decided.participantId ?? (isNew ? SOMEBODY_NEW : AS_BEFORE)}
        disabled={disabled}
        options={[
          ...participants.map((one) => ({ value: one.id, label: one.name })),
          { value: SOMEBODY_NEW, label: 'Somebody new' },
          { value: AS_BEFORE, label: 'Whoever said these words before' },
        ]}
        onChange={({ target }) => choose(target.value)}
      />
      {isNew && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            name={`speaker-name-${index}`}
            label="Name"
            value={name}
            disabled={disabled}
            maxLength={200}
            onChange={({ target }) => setName(target.value)}
            onBlur={decideName}
          />
          <SelectField
            name={`speaker-part-${index}`}
            label="Part"
            value={decided.part}
            disabled={disabled}
            options={PARTS.map((part) => ({ value: part, label: PART_LABELS[part] }))}
            onChange={({ target }) => onDecide({ part: partSchema.parse(target.value) })}
          />
        </div>
      )}
    </div>
  )
}
