'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { InterviewAbout } from '@/components/transcripts/interview-about'
import { InterviewConflict } from '@/components/transcripts/interview-conflict'
import {
  differences,
  formFieldsOf,
  type InterviewFormFields,
  inputOf,
  interviewFormSchema,
} from '@/components/transcripts/interview-form-fields'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import { useAction } from '@/components/ui/use-action.island'
import type { ServerAction } from '@/platform/action-result'
import type { EditInterview } from '@/transcripts/schema'
import type { InterviewHead } from '@/transcripts/views'

type Props = {
  head: InterviewHead
  /** IANA zone of the newsroom, in which the embargo is written. */
  zone: string
  save: ServerAction<EditInterview, { version: number; revision: number }>
}

const currentSchema = z.object({
  title: z.string(),
  slug: z.string(),
  standfirst: z.string(),
  dateline: z.string(),
  happenedOn: z.string().nullable(),
  place: z.string(),
  platform: z.string(),
  language: z.string(),
  embargoUntil: z.string().nullable(),
  bylines: z.array(z.string()),
  contributors: z.array(z.string()),
  version: z.number(),
})

/** The interview's own fields. What is typed is kept in this browser until it is saved; a conflict shows both texts. */
export function InterviewForm({ head, zone, save }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const stored = formFieldsOf(head, zone)
  const [mine, setMine] = useState(stored)
  const [wasKept, setWasKept] = useState(false)
  const { run, busy, error } = useAction(save)
  const storageKey = `claimline-interview-${head.id}`
  const dirty = differences(mine, stored).length > 0

  useEffect(() => {
    const kept = keptForm(storageKey)
    if (!kept) return
    setMine(kept)
    setWasKept(true)
  }, [storageKey])
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])

  function change(name: keyof InterviewFormFields, value: string) {
    const next = { ...mine, [name]: value }
    setMine(next)
    keep(storageKey, next)
  }

  async function submit(version: number) {
    const saved = await run(inputOf(mine, zone, { id: head.id, version }))
    if (!saved) return
    keep(storageKey, null)
    toastDone('Saved')
    router.refresh()
  }

  function discard() {
    keep(storageKey, null)
    setMine(stored)
    setWasKept(false)
  }

  const fields = error?.fields ?? {}
  const conflict = error?.kind === 'conflict' ? currentSchema.safeParse(error.current) : null
  const bind = (name: 'dateline' | 'embargo' | 'bylines' | 'contributors', path: string = name) => ({
    name,
    value: mine[name],
    error: fields[path],
    onChange: (event: { target: { value: string } }) => change(name, event.target.value),
  })
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (dirty) void submit(head.version)
      }}
      className="flex flex-col gap-4"
    >
      {wasKept && dirty && (
        <Notice
          title="What you typed here before is back"
          actions={<Button onClick={discard}>Discard it</Button>}
        >
          It was not saved yet.
        </Notice>
      )}
      <InterviewAbout
        values={mine}
        errors={fields}
        onChange={change}
        {...(head.canChangeSlug.allowed ? {} : { slugFixed: head.canChangeSlug.reason })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Dateline"
          optional
          hint="The place in front of the first words."
          {...bind('dateline')}
        />
        <TextField
          label="Embargo until"
          optional
          type="datetime-local"
          hint={`Readers see nothing before. ${zone} time.`}
          {...bind('embargo', 'embargoUntil')}
        />
        <TextArea label="By" optional hint="One name a line." rows={2} {...bind('bylines')} />
        <TextArea
          label="Contributed to this report"
          optional
          hint="One name a line."
          rows={2}
          {...bind('contributors')}
        />
      </div>
      {conflict?.success && (
        <InterviewConflict
          mine={mine}
          theirs={formFieldsOf(conflict.data, zone)}
          busy={busy}
          onTake={change}
          onSave={() => submit(conflict.data.version)}
        />
      )}
      {!conflict?.success && (
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" busy={busy} aria-disabled={!dirty}>
            {busy ? 'Saving…' : 'Save'}
          </Button>
          <FormError message={error?.message} />
        </div>
      )}
    </form>
  )
}

function keptForm(key: string): InterviewFormFields | null {
  try {
    const kept = interviewFormSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null // storage is blocked: nothing was kept
  }
}

function keep(key: string, form: InterviewFormFields | null): void {
  try {
    if (form) localStorage.setItem(key, JSON.stringify(form))
    else localStorage.removeItem(key)
  } catch {
    // storage is full or blocked: the page still holds what was typed
  }
}
