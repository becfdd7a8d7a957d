import { type FormEvent, useState } from 'react'
import { useDesk } from '@/components/claims/desk-context'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'

/** Another name before every turn of the one who speaks in a turn. */
export function RenameSpeaker({ turnId, onRenamed }: { turnId: string; onRenamed: () => void }) {
  const { transcript, participants, correct } = useDesk()
  const words = transcript?.page.words
  const speaker = words?.turns[words.indexOf(turnId)]?.speaker
  const participant = participants.find(({ name }) => name === speaker)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(participant?.name ?? '')
  const { run, busy, error } = useSend()
  if (!participant) return null
  const { id: participantId, name: seen } = participant

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await run(() => correct.corrections.step({ kind: 'rename', participantId, seen, name }))
    if (done) onRenamed()
  }

  if (!open)
    return (
      <Button variant="quiet" className="-ms-3.5 self-start" onClick={() => setOpen(true)}>
        Rename {seen} in the whole interview
      </Button>
    )
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3 border-t border-rule pt-3">
      <TextField
        label="Name in the whole interview"
        name="rename"
        value={name}
        error={error?.fields['step.name']}
        autoComplete="off"
        autoFocus
        dir="auto"
        onChange={(event) => setName(event.target.value)}
      />
      <FormError message={error?.message} />
      <Button
        type="submit"
        className="self-start"
        busy={busy}
        disabled={name.trim() === '' || name.trim() === seen}
      >
        Rename everywhere
      </Button>
    </form>
  )
}
