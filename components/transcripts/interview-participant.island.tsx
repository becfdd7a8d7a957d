'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { PART_LABELS } from '@/claims/words-of-the-trade'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import { useAction } from '@/components/ui/use-action.island'
import type { ServerAction } from '@/platform/action-result'
import { PARTS, type ParticipantFields, partSchema, type saveParticipantSchema } from '@/transcripts/schema'
import type { ParticipantView } from '@/transcripts/views'

export type SaveParticipant = ServerAction<z.input<typeof saveParticipantSchema>, { revision: number }>

type Props = { interviewId: string; participant: ParticipantView; save: SaveParticipant }

/** Who one participant is. Affiliation and description belong to the person, wherever they appear. */
export function ParticipantForm({ interviewId, participant, save }: Props) {
  const router = useRouter()
  const { id, name, part, affiliation, description } = participant
  const [seen] = useState<ParticipantFields>({ name, part, affiliation, description })
  const [mine, setMine] = useState(seen)
  const { run, busy, error } = useAction(save)
  const fields = error?.fields ?? {}

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await run({ interviewId, participantId: id, seen, ...mine }))) return
    toastDone('Saved')
    router.refresh()
  }

  const bind = (field: 'name' | 'affiliation' | 'description') => ({
    id: `${field}-${id}`,
    name: field,
    value: mine[field],
    error: fields[field],
    onChange: (event: { target: { value: string } }) => setMine({ ...mine, [field]: event.target.value }),
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3 py-2">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <TextField label="Name" required {...bind('name')} />
        <SelectField
          label="Part"
          id={`part-${id}`}
          name="part"
          value={mine.part}
          options={PARTS.map((value) => ({ value, label: PART_LABELS[value] }))}
          onChange={(event) => setMine({ ...mine, part: partSchema.parse(event.target.value) })}
        />
      </div>
      <TextField
        label="Affiliation"
        optional
        hint="Stands wherever this person appears."
        {...bind('affiliation')}
      />
      <TextArea label="Who they are" optional rows={2} {...bind('description')} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={busy}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <FormError
          message={
            error?.kind === 'conflict' ? `${error.message} Load the page again to see it.` : error?.message
          }
        />
      </div>
    </form>
  )
}
