import { type FormEvent, useState } from 'react'
import type { PersonName } from '@/claims/views'
import { PART_LABELS } from '@/claims/words-of-the-trade'
import { RenameSpeaker } from '@/components/claims/correct/rename-speaker'
import { useDesk } from '@/components/claims/desk-context'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { PARTS, type Part, partSchema, type SpeakerChoice } from '@/transcripts/schema'

/** A run of turns in the order of the transcript; `count` includes both ends. */
export type TurnRun = { firstTurnId: string; lastTurnId: string; count: number }

const NOBODY = 'nobody'
const NEW = 'new'

type Props = {
  /** Whose speaker is asked for; null keeps the dialog closed. */
  run: TurnRun | null
  onClose: () => void
  /** `name` is null where the turns now have no speaker. */
  onSet: (name: string | null, run: TurnRun) => void
}

/** Asks who speaks in a run of turns. */
export function SpeakerDialog({ run, onClose, onSet }: Props) {
  const turns = run?.count === 1 ? 'this turn' : `these ${run?.count ?? 0} turns`
  return (
    <Dialog title={`Who speaks in ${turns}?`} open={run !== null} onOpenChange={onClose}>
      {run && <SpeakerForm run={run} onSet={onSet} />}
      {run && <RenameSpeaker key={run.firstTurnId} turnId={run.firstTurnId} onRenamed={onClose} />}
    </Dialog>
  )
}

function SpeakerForm({ run, onSet }: { run: TurnRun; onSet: Props['onSet'] }) {
  const { participants, correct } = useDesk()
  // Nobody is proposed: Enter pressed too early must not put words into the wrong mouth.
  const [who, setWho] = useState(participants.length > 0 ? '' : NEW)
  const [name, setName] = useState('')
  const [part, setPart] = useState<Part>('guest')
  const { run: send, busy, error } = useSend()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { firstTurnId, lastTurnId } = run
    const { speaker, named } = chosen(who, name, part, participants)
    const done = await send(() =>
      correct.corrections.step({ kind: 'speaker', firstTurnId, lastTurnId, speaker }),
    )
    if (done) onSet(named, run)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <SelectField
        label="Speaker"
        name="speaker"
        value={who}
        options={[
          ...(who === '' ? [{ value: '', label: 'Choose who speaks', disabled: true }] : []),
          ...participants.map(({ id, name: label }) => ({ value: id, label })),
          { value: NEW, label: 'Somebody else…' },
          { value: NOBODY, label: 'No speaker' },
        ]}
        onChange={(event) => setWho(event.target.value)}
      />
      {who === NEW && (
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <TextField
            label="Name"
            name="speaker-name"
            required
            autoComplete="off"
            value={name}
            error={error?.fields['speaker.name'] ?? error?.fields.speaker}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField
            label="Part"
            name="speaker-part"
            value={part}
            options={PARTS.map((value) => ({ value, label: PART_LABELS[value] }))}
            onChange={(event) => setPart(partSchema.parse(event.target.value))}
          />
        </div>
      )}
      <FormError message={error?.message} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        busy={busy}
        disabled={who === '' || (who === NEW && name.trim() === '')}
      >
        Set the speaker
      </Button>
    </form>
  )
}

function chosen(
  who: string,
  name: string,
  part: Part,
  people: readonly PersonName[],
): { speaker: SpeakerChoice; named: string | null } {
  if (who === NOBODY) return { speaker: null, named: null }
  if (who === NEW) return { speaker: { name, part }, named: name.trim() }
  return {
    speaker: { participantId: who },
    named: people.find((one) => one.id === who)?.name ?? null,
  }
}
