// Longer than most files: one form of two shapes and the preview of what it will do.
import { type FormEvent, useState } from 'react'
import { type Point, shifted, stretched } from '@/components/claims/correct/retime'
import { TimeField } from '@/components/claims/correct/time-field'
import { useDesk } from '@/components/claims/desk-context'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { FormError } from '@/components/ui/form-error'
import type { Step } from '@/transcripts/correction-schema'
import { parseTypedTime, typedTime } from '@/transcripts/typed-time'

/** Moves all times of a transcript, or stretches them between two points, as one step. */
export function TimesDialog() {
  const { correct } = useDesk()
  const open = correct.dialog?.kind === 'times'
  return (
    <Dialog
      title="Times of the whole transcript"
      description="For a recording that was trimmed, or that runs faster or slower than the transcript says."
      open={open}
      onOpenChange={() => correct.ask(null)}
    >
      {open && <TimesForm />}
    </Dialog>
  )
}

type Typed = { from: string; to: string }
const NOTHING: Typed = { from: '', to: '' }

function TimesForm() {
  const { correct } = useDesk()
  const [how, setHow] = useState<'shift' | 'stretch'>('shift')
  const [first, setFirst] = useState(NOTHING)
  const [last, setLast] = useState(NOTHING)
  const [tried, setTried] = useState(false)
  const { run, busy, error } = useSend()
  const step = stepOf(how, first, last)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (step.reason !== undefined) return
    if (await run(() => correct.corrections.step(step.step))) correct.ask(null)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-1 text-sm">
        <legend className="mb-1 font-semibold">What is wrong with the times</legend>
        <Choice name="how" checked={how === 'shift'} onChoose={() => setHow('shift')}>
          All are early or late by as much
        </Choice>
        <Choice name="how" checked={how === 'stretch'} onChoose={() => setHow('stretch')}>
          They drift: stretch them between two points
        </Choice>
      </fieldset>
      <PointFields
        name="first"
        title={how === 'shift' ? 'One moment that you know' : 'First point'}
        typed={first}
        tried={tried}
        onChange={setFirst}
      />
      {how === 'stretch' && (
        <PointFields name="last" title="Second point" typed={last} tried={tried} onChange={setLast} />
      )}
      {step.reason === undefined && <Preview step={step.step} />}
      <FormError message={error?.message ?? (tried && step.beyondFields ? step.reason : undefined)} />
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        {how === 'shift' ? 'Shift all times' : 'Stretch all times'}
      </Button>
    </form>
  )
}

function Choice(props: { name: string; checked: boolean; onChoose: () => void; children: string }) {
  return (
    <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
      <input
        type="radio"
        name={props.name}
        checked={props.checked}
        onChange={props.onChoose}
        className="size-4"
      />
      {props.children}
    </label>
  )
}

function PointFields({
  name,
  title,
  typed,
  tried,
  onChange,
}: {
  name: string
  title: string
  typed: Typed
  tried: boolean
  onChange: (typed: Typed) => void
}) {
  const { moments, play } = useDesk()
  return (
    <fieldset className="grid gap-3 border-t border-rule pt-2 sm:grid-cols-2">
      <legend className="kicker pe-2">{title}</legend>
      <TimeField
        label="The transcript says"
        name={`${name}-from`}
        value={typed.from}
        tried={tried}
        onChange={(from) => onChange({ ...typed, from })}
      >
        <TakeButton
          label="The selected word’s time"
          take={moments.selected}
          onTaken={(ms) => onChange({ ...typed, from: typedTime(ms) })}
        />
      </TimeField>
      <TimeField
        label="In the recording it is at"
        name={`${name}-to`}
        value={typed.to}
        tried={tried}
        onChange={(to) => onChange({ ...typed, to })}
      >
        {play && (
          <TakeButton
            label="Where the recording stands"
            take={moments.playhead}
            onTaken={(ms) => onChange({ ...typed, to: typedTime(ms) })}
          />
        )}
      </TimeField>
    </fieldset>
  )
}

/** Fills in a time that the page knows. Says so beside it where the page does not know it. */
export function TakeButton({
  label,
  take,
  onTaken,
}: {
  label: string
  take: () => Promise<number | null>
  onTaken: (ms: number) => void
}) {
  const [none, setNone] = useState(false)
  async function press() {
    const ms = await take()
    setNone(ms === null)
    if (ms !== null) onTaken(ms)
  }
  return (
    <>
      <Button variant="quiet" className="-ms-3.5" onClick={press}>
        {label}
      </Button>
      <span role="status" className="self-center text-sm text-ink-soft">
        {none && 'There is none.'}
      </span>
    </>
  )
}

/** The first and the last turn, before and after. */
function Preview({ step }: { step: Step }) {
  const { transcript } = useDesk()
  const timed = transcript?.page.words.turns.filter(({ startMs }) => startMs !== null) ?? []
  const ends = [timed[0], timed.at(-1)]
  return (
    <table className="text-sm tabular-nums">
      <caption className="kicker text-start">What it will do</caption>
      <tbody>
        {ends.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first and the last, which may be one turn
          <tr key={index} className="border-b border-rule">
            <th scope="row" className="py-1 pe-4 text-start font-semibold">
              {index === 0 ? 'First turn' : 'Last turn'}
            </th>
            <td className="pe-2">{turn?.startMs === undefined ? '' : typedTime(turn.startMs ?? 0)}</td>
            <td className="pe-2 text-ink-soft">becomes</td>
            <td className="font-semibold">{turn ? typedTime(moved(step, turn.startMs ?? 0)) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function moved(step: Step, ms: number): number {
  if (step.kind === 'shift') return shifted(ms, step.byMs)
  return step.kind === 'stretch' ? stretched(ms, step.first, step.last) : ms
}

type Asked =
  | { step: Step; reason?: undefined; beyondFields?: undefined }
  | { step?: undefined; reason: string; beyondFields: boolean }

/** The step that the fields mean, or the sentence that says why they mean none; `beyondFields` where no field shows it. */
function stepOf(how: 'shift' | 'stretch', first: Typed, last: Typed): Asked {
  const one = pointOf(first)
  const other = how === 'stretch' ? pointOf(last) : null
  if (one === null || (how === 'stretch' && other === null))
    return { reason: 'Give the times.', beyondFields: false }
  if (other === null) {
    const byMs = one.toMs - one.fromMs
    if (byMs === 0) return { reason: 'That moves nothing.', beyondFields: true }
    return { step: { kind: 'shift', byMs } }
  }
  if (one.fromMs >= other.fromMs || one.toMs >= other.toMs)
    return { reason: 'The second point must come after the first.', beyondFields: true }
  return { step: { kind: 'stretch', first: one, last: other } }
}

function pointOf({ from, to }: Typed): Point | null {
  const [fromMs, toMs] = [parseTypedTime(from).ms, parseTypedTime(to).ms]
  return fromMs === undefined || toMs === undefined ? null : { fromMs, toMs }
}
