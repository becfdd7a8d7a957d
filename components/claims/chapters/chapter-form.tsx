import { type FormEvent, useRef } from 'react'
import { saveChapterSchema } from '@/claims/schema'
import type { BackgroundView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { chapterFormSchema, messagesByField } from '@/components/claims/form-shapes'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'

/** The title of a chapter, new or changed. What is typed is kept in this browser until it was sent. */
export function ChapterForm({
  chapter,
  turnId,
  onDone,
}: {
  chapter: BackgroundView | null
  turnId: string
  onDone: () => void
}) {
  const { view, actions, acceptNote, transcript, say } = useDesk()
  const form = useKeptForm(`form:${view.interviewId}:chapter:${chapter?.id ?? turnId}`, chapterFormSchema, {
    title: chapter?.title ?? '',
  })
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const said = transcript?.page.words.turns[transcript.page.words.indexOf(turnId)]?.text ?? ''

  function end() {
    form.forget()
    onDone()
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    const parsed = saveChapterSchema.safeParse({
      interviewId: view.interviewId,
      noteId: chapter?.id ?? null,
      requestId: form.requestId,
      version: chapter?.version ?? null,
      turnId,
      title: form.value.title,
    })
    if (!parsed.success) {
      setError({ kind: 'invalid', message: '', fields: messagesByField(parsed.error.issues) })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const saved = await run(
      () => actions.saveChapter(parsed.data),
      (reason) => {
        say(`Not saved yet. ${reason}`)
        end()
      },
    )
    if (!saved) return
    acceptNote(saved.value)
    say(chapter ? 'Chapter renamed.' : 'Chapter begun.')
    end()
  }

  return (
    <form
      ref={element}
      onSubmit={save}
      noValidate
      aria-label={chapter ? 'Rename the chapter' : 'New chapter'}
      className="flex flex-col gap-3 border border-rule-strong p-3"
    >
      <p className="line-clamp-2 text-sm text-ink-soft" dir="auto">
        Begins with: “{said}”
      </p>
      <TextField
        label="Title of the chapter"
        name="title"
        id={`chapter-title-${turnId}`}
        value={form.value.title}
        error={error?.fields.title}
        autoFocus
        onChange={(event) => form.change({ title: event.target.value })}
      />
      <FormError message={error?.message} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {chapter ? 'Rename' : 'Begin the chapter here'}
        </Button>
        <Button variant="quiet" onClick={end}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
