import {
  differences,
  FIELD_LABELS,
  type InterviewFormFields,
} from '@/components/transcripts/interview-form-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Props = {
  mine: InterviewFormFields
  theirs: InterviewFormFields
  busy: boolean
  onTake: (field: keyof InterviewFormFields, value: string) => void
  onSave: () => void
}

/** Both texts of every field in which two editors differ; nothing of either is lost until one of them is chosen. */
export function InterviewConflict({ mine, theirs, busy, onTake, onSave }: Props) {
  const fields = differences(mine, theirs)
  return (
    <Notice
      live
      tone="danger"
      title="Somebody else changed this interview while you were writing"
      actions={
        <Button variant="primary" busy={busy} onClick={onSave}>
          Save what stands in the form now
        </Button>
      }
    >
      {fields.length === 0 && <p>The form now says the same as theirs.</p>}
      <dl className="flex flex-col gap-3 py-2">
        {fields.map((field) => (
          <div key={field} className="border-t border-rule pt-2">
            <dt className="font-semibold">{FIELD_LABELS[field]}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <p className="whitespace-pre-wrap">
                <span className="block text-ink-soft">Yours, in the form</span>
                {mine[field] || '(empty)'}
              </p>
              <p className="whitespace-pre-wrap">
                <span className="block text-ink-soft">Theirs, saved</span>
                {theirs[field] || '(empty)'}
              </p>
            </dd>
            <dd>
              <Button variant="quiet" className="-ms-3.5" onClick={() => onTake(field, theirs[field])}>
                Take theirs
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
