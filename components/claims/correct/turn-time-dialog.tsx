import { type FormEvent, useState } from 'react'
import { TimeField } from '@/components/claims/correct/time-field'
import { TakeButton } from '@/components/claims/correct/times-dialog'
import { useDesk } from '@/components/claims/desk-context'
import { useSend } from '@/components/claims/use-send'
import type { ShownTurn } from '@/components/transcripts/turn-row'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { FormError } from '@/components/ui/form-error'
import { parseTypedTime, typedTime } from '@/transcripts/typed-time'

/** Sets when one turn begins. */
export function TurnTimeDialog() {
  const { correct, transcript } = useDesk()
  const words = transcript?.page.words
  const turn =
    correct.dialog?.kind === 'time' ? words?.turns[words.indexOf(correct.dialog.turnId)] : undefined
  return (
    <Dialog
      title="When this turn begins"
      description="Its words move along."
      open={turn !== undefined}
      onOpenChange={() => correct.ask(null)}
    >
      {turn && <TurnTimeForm turn={turn} />}
    </Dialog>
  )
}

function TurnTimeForm({ turn }: { turn: ShownTurn }) {
  const { correct, moments, play } = useDesk()
  const [value, setValue] = useState(turn.startMs === null ? '' : typedTime(turn.startMs))
  const [tried, setTried] = useState(false)
  const { run, busy, error } = useSend()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const { ms } = parseTypedTime(value)
    if (ms === undefined) return
    if (ms === turn.startMs) return correct.ask(null)
    const step = { kind: 'time', turnId: turn.id, seenMs: turn.startMs, startMs: ms } as const
    if (await run(() => correct.corrections.step(step))) correct.ask(null)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="line-clamp-2 font-serif" dir="auto">
        {turn.text}
      </p>
      <TimeField
        label="It begins at"
        name="turn-time"
        value={value}
        tried={tried}
        error={error?.fields.step}
        onChange={setValue}
      >
        {play && (
          <TakeButton
            label="Where the recording stands"
            take={moments.playhead}
            onTaken={(ms) => setValue(typedTime(ms))}
          />
        )}
      </TimeField>
      <FormError message={error?.message} />
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        Set the time
      </Button>
    </form>
  )
}
