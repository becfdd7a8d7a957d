'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import type { ServerAction } from '@/platform/action-result'
import { watchAddress } from '@/transcripts/embed'
import type { InterviewHead } from '@/transcripts/views'

type Saved = { revision: number }
export type SetAddress = ServerAction<{ interviewId: string; url: string }, Saved>
export type SetEmbed = ServerAction<{ interviewId: string; page: string }, Saved>

/** A recording that lies elsewhere as a file. */
export function AddressForm({ head, setAddress }: { head: InterviewHead; setAddress: SetAddress }) {
  return (
    <OneField
      label="Address of the file"
      name="url"
      hint="Of the audio or video file itself. Readers load it from there, and it has to stay there."
      button="Use this address"
      initial={head.recording?.external ? (head.recordingUrl ?? '') : ''}
      save={(url) => setAddress({ interviewId: head.id, url })}
    />
  )
}

/** A recording that only another's player plays. */
export function EmbedForm({ head, setEmbed }: { head: InterviewHead; setEmbed: SetEmbed }) {
  const embed = head.recording?.embed
  return (
    <OneField
      label="Address of the video’s page"
      name="page"
      hint="As copied from the browser or from “Share”. Readers load the player by a click and not before; the words cannot follow it."
      button="Use this player"
      initial={embed ? watchAddress(embed, 0) : ''}
      save={(page) => setEmbed({ interviewId: head.id, page })}
    />
  )
}

type FieldProps = {
  label: string
  name: string
  hint: string
  button: string
  initial: string
  save: (value: string) => ReturnType<SetAddress>
}

function OneField({ label, name, hint, button, initial, save }: FieldProps) {
  const router = useRouter()
  const [value, setValue] = useState(initial)
  const { run, busy, error } = useAction(save)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await run(value)) router.refresh()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <TextField
        label={label}
        name={name}
        type="url"
        placeholder="https://"
        hint={hint}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        error={error?.fields[name] ?? error?.message}
      />
      <div>
        <Button type="submit" busy={busy} disabled={value.trim() === ''}>
          {button}
        </Button>
      </div>
    </form>
  )
}
