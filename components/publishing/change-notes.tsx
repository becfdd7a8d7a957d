import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { ClaimDifference } from '@/publishing/compare'
import type { ChangeNote } from '@/publishing/schema'

/** A note being written; empty ones are not sent. `claimNumber` null is the page as a whole. */
export type NoteDraft = ChangeNote

/** What is wrong with a note, by the claim it is about (`page` for the page as a whole). */
export type NoteFaults = Record<string, { wrong?: string; note?: string }>

const KINDS = [
  { value: 'update', label: 'Update: something new' },
  { value: 'clarification', label: 'Clarification: said better' },
  { value: 'correction', label: 'Correction: we were wrong' },
]

type Props = {
  differences: readonly ClaimDifference[]
  notes: readonly NoteDraft[]
  /** From a refusal. */
  faults: NoteFaults
  /** What to say of the page as a whole, where something must be said. */
  pageHint?: string
  onChange: (note: NoteDraft) => void
}

/** One note for each known claim that changes for readers, and one for the page. The kind is suggested by what changed. */
export function ChangeNotes({ differences, notes, faults, pageHint, onChange }: Props) {
  const owed = differences.filter((difference) => difference.requires !== null)
  const fresh = differences.filter((difference) => difference.requires === null)
  const noteFor = (claimNumber: number | null, kind: ChangeNote['kind']): NoteDraft =>
    notes.find((note) => note.claimNumber === claimNumber) ?? { claimNumber, kind, note: '' }
  const noteOf = ({ number, summary, requires, suggests }: ClaimDifference) => (
    <fieldset key={number} className="border-s-4 border-rule-strong ps-4">
      <legend className="font-semibold">Claim {number}</legend>
      <p className="mb-3 text-sm text-ink-soft">{summary}.</p>
      <NoteFields
        note={noteFor(number, suggests)}
        onlyCorrection={requires === 'correction'}
        fault={faults[`${number}`]}
        onChange={onChange}
      />
    </fieldset>
  )
  return (
    <div className="flex flex-col gap-6">
      {owed.map((difference) => noteOf(difference))}
      {fresh.length > 0 && (
        <details>
          <summary className="cursor-pointer py-2 font-semibold">
            Tell readers of {fresh.length === 1 ? 'the new claim' : `the ${fresh.length} new claims`}, if you
            like
          </summary>
          <div className="mt-3 flex flex-col gap-6">{fresh.map((difference) => noteOf(difference))}</div>
        </details>
      )}
      <fieldset className="border-s-4 border-rule ps-4">
        <legend className="font-semibold">The page as a whole</legend>
        <p className="mb-3 text-sm text-ink-soft">
          {pageHint ?? 'Leave this empty where there is nothing to tell.'}
        </p>
        <NoteFields
          note={noteFor(null, 'update')}
          onlyCorrection={false}
          fault={faults.page}
          onChange={onChange}
        />
      </fieldset>
    </div>
  )
}

function NoteFields({
  note,
  onlyCorrection,
  fault,
  onChange,
}: {
  note: NoteDraft
  onlyCorrection: boolean
  fault: NoteFaults[string] | undefined
  onChange: (note: NoteDraft) => void
}) {
  const id = `note-${note.claimNumber ?? 'page'}`
  const correction = note.kind === 'correction'
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
      {correction && (
        <TextArea
          label="What we had wrong"
          name={`${id}-wrong`}
          rows={2}
          maxLength={2000}
          value={note.wrong ?? ''}
          error={fault?.wrong}
          hint="In your own words: what a reader may have taken away from the page."
          onChange={(event) => onChange({ ...note, wrong: event.target.value })}
        />
      )}
      <TextArea
        label={correction ? 'What is right' : 'What readers are told'}
        name={id}
        rows={2}
        maxLength={2000}
        value={note.note}
        error={fault?.note}
        onChange={(event) => onChange({ ...note, note: event.target.value })}
      />
    </div>
  )
}
