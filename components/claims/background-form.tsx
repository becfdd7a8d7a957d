import { type FormEvent, useRef } from 'react'
import { saveBackgroundSchema } from '@/claims/schema'
import type { BackgroundView } from '@/claims/views'
import { Conflict } from '@/components/claims/conflict'
import { useDesk } from '@/components/claims/desk-context'
import { messagesByField, noteFormSchema } from '@/components/claims/form-shapes'
import { noteIn } from '@/components/claims/send'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

/** One background note, new or changed. */
export function BackgroundForm({
  note,
  turnId,
  onDone,
}: {
  note: BackgroundView | null
  turnId: string
  onDone: () => void
}) {
  const { view, actions, acceptNote, transcript, say } = useDesk()
  const form = useKeptForm(`form:${view.interviewId}:note:${note?.id ?? turnId}`, noteFormSchema, {
    title: note?.title ?? '',
    body: note?.body ?? '',
    version: note?.version ?? null,
  })
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const said = transcript?.page.words.turns[transcript.page.words.indexOf(turnId)]?.text ?? ''
  const { value } = form

  async function save(event?: FormEvent, { version, body } = value) {
    event?.preventDefault()
    const parsed = saveBackgroundSchema.safeParse({
      interviewId: view.interviewId,
      noteId: note?.id ?? null,
      requestId: form.requestId,
      version,
      turnId,
      title: value.title,
      body,
      // Changed words are a draft again until somebody approves them.
      approved: false,
    })
    if (!parsed.success) {
      setError({
        kind: 'invalid',
        message: 'Some fields need another look.',
        fields: messagesByField(parsed.error.issues),
      })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const saved = await run(
      () => actions.saveBackground(parsed.data),
      (reason) => {
        form.forget()
        say(`Not saved yet. ${reason}`)
        onDone()
      },
    )
    if (!saved) return
    form.forget()
    acceptNote(saved.value)
    say('Note saved.')
    onDone()
  }

  const theirs = error?.kind === 'conflict' ? noteIn(error.current) : null
  return (
    <form
      ref={element}
      onSubmit={save}
      noValidate
      aria-label={note ? 'Change the note' : 'New note'}
      className="flex flex-col gap-3 border border-rule-strong p-3"
    >
      <p className="line-clamp-2 text-sm text-ink-soft">Beside: “{said}”</p>
      <TextField
        label="Title"
        name="title"
        id={`note-title-${turnId}`}
        value={value.title}
        error={error?.fields.title}
        autoFocus
        onChange={(event) => form.change({ ...value, title: event.target.value })}
      />
      <TextArea
        label="Note"
        name="body"
        id={`note-body-${turnId}`}
        rows={4}
        value={value.body}
        error={error?.fields.body}
        onChange={(event) => form.change({ ...value, body: event.target.value })}
      />
      {theirs ? (
        <Conflict
          what="This note"
          mine={`${value.title}\n${value.body}`}
          theirs={`${theirs.title}\n${theirs.body}`}
          onMine={() => void save(undefined, { ...value, version: theirs.version })}
          onTheirs={() => {
            if (note) acceptNote({ ...note, ...theirs })
            form.forget()
            onDone()
          }}
          onCombined={(body) => void save(undefined, { ...value, version: theirs.version, body })}
        />
      ) : (
        <FormError message={error?.message} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {error?.kind === 'offline' ? 'Try again' : 'Save the note'}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            form.forget()
            onDone()
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}
