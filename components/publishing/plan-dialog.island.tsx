'use client'
import { type FormEvent, type ReactElement, useState } from 'react'
import { plannedWords } from '@/components/publishing/planned-words'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ActionError } from '@/platform/action-result'
import { toZonedLocal, zonedMoments } from '@/platform/zoned-time'
import { longMomentIn } from '@/publishing/days'

type Props = {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  description: string
  label: string
  /** IANA zone of the newsroom, in which the time is written. */
  zone: string
  /** ISO 8601 in UTC: where the field begins, and the earliest time that the embargo allows. */
  initial: string | null
  embargoUntil: string | null
  /** Null when done. `publishAt` is ISO 8601 in UTC. */
  submit: (publishAt: string) => Promise<ActionError | null>
}

/** Asks for a time on the newsroom's clock. Where the clocks are set that night it says so, and asks which of two hours is meant. */
export function PlanDialog({ trigger, open, onOpenChange, title, description, ...form }: Props) {
  const [ownOpen, setOwnOpen] = useState(false)
  const change = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  return (
    <Dialog
      title={title}
      description={description}
      open={open ?? ownOpen}
      onOpenChange={change}
      {...(trigger ? { trigger } : {})}
    >
      <TimeForm {...form} onDone={() => change(false)} />
    </Dialog>
  )
}

const SKIPPED =
  'The clocks are set forward over this time, so there is no such time that day. Choose another.'

type FormProps = Pick<Props, 'label' | 'zone' | 'initial' | 'embargoUntil' | 'submit'> & {
  onDone: () => void
}

function TimeForm({ label, zone, initial, embargoUntil, submit, onDone }: FormProps) {
  const [local, setLocal] = useState(() => startOf(initial ?? embargoUntil, zone))
  const [second, setSecond] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ActionError | null>(null)
  const form = useFocusOnFault(error)
  const moments = zonedMoments(local, zone)
  const [first, other] = moments
  const skipped = local !== '' && moments.length === 0 ? SKIPPED : undefined

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const at = second ? (other ?? first) : first
    if (at === undefined) return setError(faultOf(local === '' ? 'Give a date and a time.' : SKIPPED))
    setBusy(true)
    const refused = await submit(at).catch(() => UNREACHABLE)
    setBusy(false)
    setError(refused)
    if (refused === null) onDone()
  }

  return (
    <form ref={form} onSubmit={send} noValidate className="flex flex-col gap-4">
      <TextField
        label="Date and time"
        name="publish-at"
        type="datetime-local"
        step={1}
        value={local}
        hint={
          embargoUntil === null
            ? `The newsroom’s time, ${zone}.`
            : `The newsroom’s time, ${zone}. The embargo ends ${plannedWords(embargoUntil, zone)}.`
        }
        error={error?.fields.publishAt ?? skipped}
        onChange={(event) => {
          setLocal(event.target.value)
          setError(null)
        }}
      />
      {first && other && (
        <fieldset className="flex flex-col gap-2 border-s-4 border-rule ps-4">
          <legend className="text-sm font-semibold">The clocks show this time twice. Which is meant?</legend>
          {[first, other].map((moment, index) => (
            <label key={moment} className="flex items-center gap-2 text-sm pointer-coarse:min-h-11">
              <input
                type="radio"
                name="which"
                checked={second === (index === 1)}
                onChange={() => setSecond(index === 1)}
              />
              {index === 0 ? 'The first: ' : 'The second, an hour later: '}
              {longMomentIn(zone, moment)}
            </label>
          ))}
        </fieldset>
      )}
      {error && error.fields.publishAt === undefined && <FormError message={error.message} />}
      <DialogEnds label={label} busyLabel="Planning…" busy={busy} onCancel={onDone} />
    </form>
  )
}

const UNREACHABLE: ActionError = {
  kind: 'unreachable',
  message: 'The server could not be reached. Look at the page again before you retry.',
  fields: {},
}

const faultOf = (message: string): ActionError => ({
  kind: 'invalid',
  message,
  fields: { publishAt: message },
})

/** With seconds, as the field writes them; empty where nothing is known. */
function startOf(moment: string | null, zone: string): string {
  return moment === null ? '' : `${toZonedLocal(moment, zone)}:${moment.slice(17, 19)}`
}
