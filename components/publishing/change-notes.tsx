import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { ClaimDifference } from '@/publishing/compare'
import type { ChangeNote } from '@/publishing/schema'

/** A note being written; empty ones are not sent. `claimNumber` null is the page as a whole. */
export type NoteDraft = ChangeNote

const KINDS = [
  { value: 'update', label: 'Update: something new' },
  { value: 'clarification', label: 'Clarification: said better' },
  { value: 'correction', label: 'Correction: we were wrong' },
]

type Props = {
  differences: readonly ClaimDifference[]
  notes: readonly NoteDraft[]
  /** Messages by claim number, from a refusal. */
  errors: Record<string, string>
  onChange: (note: NoteDraft) => void
}

/** One note for each known claim that changes for readers, and one for the page. */
export function ChangeNotes({ differences, notes, errors, onChange }: Props) {
  const told = differences.filter((difference) => difference.requires !== null)
  const noteFor = (claimNumber: number | null, least: ChangeNote['kind']): NoteDraft =>
    notes.find((note) => note.claimNumber === claimNumber) ?? { claimNumber, kind: least, note: '' }
  return (
    <div className="flex flex-col gap-6">
      {told.map((difference) => (
        <fieldset key={difference.number} className="border-s-4 border-rule-strong ps-4">
          <legend className="font-semibold">Claim {difference.number}</legend>
          <p className="mb-3 text-sm text-ink-soft">{difference.summary}.</p>
          <NoteFields
            note={noteFor(
              difference.number,
              difference.requires === 'correction' ? 'correction' : 'clarification',
            )}
            onlyCorrection={difference.requires === 'correction'}
            onChange={onChange}
          />
          <FormError message={errors[`changes.claim-${difference.number}`]} />
        </fieldset>
      ))}
      <fieldset className="border-s-4 border-rule ps-4">
        <legend className="font-semibold">The page as a whole</legend>
        <p className="mb-3 text-sm text-ink-soft">Leave this empty where there is nothing to tell.</p>
        <NoteFields note={noteFor(null, 'update')} onlyCorrection={false} onChange={onChange} />
      </fieldset>
    </div>
  )
}

function NoteFields({
  note,
  onlyCorrection,
  onChange,
}: {
  note: NoteDraft
  onlyCorrection: boolean
  onChange: (note: NoteDraft) => void
}) {
  const id = `note-${note.claimNumber ?? 'page'}`
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label="Kind of change"
        name={`${id}-kind`}
        value={note.kind}
        options={onlyCorrection ? KINDS.filter((kind) => kind.value === 'correction') : KINDS}
        onChange={(event) => {
          const kind = (['update', 'clarification', 'correction'] as const).find(
            (one) => one === event.target.value,
          )
          if (kind) onChange({ ...note, kind })
        }}
      />
      <TextArea
        label="What readers are told"
        name={id}
        rows={2}
        maxLength={2000}
        value={note.note}
        hint={onlyCorrection ? 'Say what was wrong and what is right now.' : undefined}
        onChange={(event) => onChange({ ...note, note: event.target.value })}
      />
    </div>
  )
}
