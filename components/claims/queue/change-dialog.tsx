import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { type QueueChange, queueChangeSchema } from '@/claims/queue/change-schema'
import type { QueueChoices } from '@/claims/queue/views'
import { PRIORITIES, PRIORITY_LABELS, STATUS_LABELS, STATUSES } from '@/claims/words-of-the-trade'
import { claims } from '@/components/claims/queue/say-change'
import type { QueueQuestion } from '@/components/claims/queue/use-queue'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ActionError } from '@/platform/action-result'
import { fromZonedLocal } from '@/platform/zoned-time'

type Props = {
  question: QueueQuestion
  count: number
  choices: QueueChoices
  me: string
  zone: string
  busy: boolean
  onClose: () => void
  /** Null when done. */
  onChange: (change: QueueChange) => Promise<ActionError | null>
}

const TITLES: Record<QueueQuestion, string> = {
  assign: 'Assign',
  handBack: 'Hand back',
  move: 'Change the status of',
  priority: 'Give a priority to',
  due: 'Say when it is wanted:',
  topics: 'Change the topics of',
}
const DO: Record<QueueQuestion, string> = {
  assign: 'Assign',
  handBack: 'Hand back',
  move: 'Change status',
  priority: 'Set priority',
  due: 'Set due time',
  topics: 'Change topics',
}

/** Asks what a change of one or many claims shall be. */
export function ChangeDialog(props: Props) {
  const { question, count, busy, zone, onClose, onChange } = props
  const [error, setError] = useState<Pick<ActionError, 'message' | 'fields'> | null>(null)
  const form = useFocusOnFault(error)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const read = queueChangeSchema.safeParse(changeOf(question, new FormData(event.currentTarget), zone))
    if (!read.success) {
      const message = read.error.issues[0]?.message ?? 'Something here is not right.'
      const field = read.error.issues[0]?.path[0]
      return setError({ message, fields: { [`change.${String(field ?? 'to')}`]: message } })
    }
    const refused = await onChange(read.data)
    if (refused) setError(refused)
    else onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`${TITLES[question]} ${claims(count)}`}>
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void submit(event)}
        onKeyDown={sendOnEnter}
      >
        <Fields {...props} fault={(name) => error?.fields[`change.${name}`]} />
        {error && Object.keys(error.fields).length === 0 && <FormError message={error.message} />}
        <DialogEnds label={DO[question]} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}

function Fields({
  question,
  choices,
  me,
  zone,
  fault,
}: Props & { fault: (name: string) => string | undefined }) {
  switch (question) {
    case 'assign':
      return (
        <SelectField
          label="Who checks it"
          name="to"
          id="change-to"
          error={fault('to')}
          defaultValue={me}
          options={[
            ...choices.members.map(({ id, name }) => ({
              value: id,
              label: id === me ? `${name} (you)` : name,
            })),
            { value: '', label: 'Nobody' },
          ]}
        />
      )
    case 'handBack':
      return (
        <TextArea
          label="Why it goes back"
          hint="Its writer reads this first."
          name="reason"
          id="change-reason"
          rows={3}
          error={fault('reason')}
        />
      )
    case 'move':
      return (
        <SelectField
          label="Where it stands"
          hint="A claim is approved on its own page, by somebody who read it."
          name="to"
          id="change-to"
          error={fault('to')}
          defaultValue="researching"
          options={STATUSES.filter((status) => status !== 'approved').map((status) => ({
            value: status,
            label: STATUS_LABELS[status],
          }))}
        />
      )
    case 'priority':
      return (
        <SelectField
          label="Priority"
          name="to"
          id="change-to"
          error={fault('to')}
          defaultValue="high"
          options={PRIORITIES.map((one) => ({ value: one, label: PRIORITY_LABELS[one] })).reverse()}
        />
      )
    case 'due':
      return (
        <TextField
          label="Due"
          hint={`In the newsroom’s time, ${zone}. Leave it empty for none.`}
          name="to"
          id="change-to"
          type="datetime-local"
          error={fault('to')}
        />
      )
    case 'topics':
      return (
        <>
          <TextField
            label="Add"
            optional
            hint="Several with commas between them."
            name="add"
            id="change-add"
            list="change-topics"
            error={fault('add') ?? fault('topics')}
          />
          <TextField
            label="Remove"
            optional
            name="remove"
            id="change-remove"
            list="change-topics"
            error={fault('remove')}
          />
          <datalist id="change-topics">
            {choices.topics.map(({ slug, name }) => (
              <option key={slug} value={name} />
            ))}
          </datalist>
        </>
      )
  }
}

/** A list sends with Enter as a line of text does, and a longer text with Control or Command and Enter. */
function sendOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event
  const whole = target instanceof HTMLTextAreaElement && (event.ctrlKey || event.metaKey)
  if (event.key !== 'Enter' || !(target instanceof HTMLSelectElement || whole)) return
  event.preventDefault()
  currentTarget.requestSubmit()
}

/** What the form says, still to be checked. */
function changeOf(question: QueueQuestion, form: FormData, zone: string): unknown {
  const text = (name: string) => String(form.get(name) ?? '')
  const names = (name: string) =>
    text(name)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
  switch (question) {
    case 'assign':
      return { kind: 'assign', to: text('to') || null }
    case 'handBack':
      return { kind: 'handBack', reason: text('reason') }
    case 'due':
      return { kind: 'due', to: text('to') ? (fromZonedLocal(text('to'), zone) ?? '') : null }
    case 'topics':
      return { kind: 'topics', add: names('add'), remove: names('remove') }
    default:
      return { kind: question, to: text('to') }
  }
}
