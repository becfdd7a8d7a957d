import { useRef, useState } from 'react'
import type { BackgroundView } from '@/claims/views'
import { ChapterForm } from '@/components/claims/chapters/chapter-form'
import { ChapterSuggestions } from '@/components/claims/chapters/chapter-suggestions'
import { useDesk } from '@/components/claims/desk-context'
import { newRequestId } from '@/components/claims/request-id'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { toastDone } from '@/components/ui/toaster.island'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Where the chapters of the page begin, in the order of the transcript. */
export function ChaptersSection() {
  const { view, store, chapters, chapterTurnId, setChapterTurn, transcript } = useDesk()
  const [editing, setEditing] = useState<string | null>(
    // What an earlier page left unsent, or the outbox gave back, is open again.
    () =>
      chapters.find(({ id }) => store.names(`form:${view.interviewId}:chapter:${id}`).length > 0)?.id ?? null,
  )
  const heading = useRef<HTMLHeadingElement>(null)
  const words = transcript?.page.words
  const place = ({ turnId }: BackgroundView) => words?.indexOf(turnId) ?? 0
  const back = () => requestAnimationFrame(() => heading.current?.focus())
  const standing = chapters.find(({ turnId }) => turnId === chapterTurnId)
  return (
    <section aria-labelledby="chapters-title" className="flex flex-col gap-3 pt-2">
      <h2 ref={heading} tabIndex={-1} id="chapters-title" className="font-serif text-xl">
        Chapters
      </h2>
      {chapters.length === 0 && !chapterTurnId && (
        <p className="text-sm text-ink-soft">
          A chapter cuts a long page into parts with titles. Put the caret into the turn that it begins with
          and press C or “Chapter”. Without any, a long page makes its own from the claims’ topics.
        </p>
      )}
      {chapterTurnId && (
        <ChapterForm
          key={chapterTurnId}
          chapter={standing ?? null}
          turnId={chapterTurnId}
          onDone={() => {
            setChapterTurn(null)
            back()
          }}
        />
      )}
      <ol className="divide-y divide-rule">
        {[...chapters]
          .sort((a, b) => place(a) - place(b))
          .map((chapter) => (
            <li key={chapter.id} className="py-2">
              {editing === chapter.id ? (
                <ChapterForm
                  chapter={chapter}
                  turnId={chapter.turnId}
                  onDone={() => {
                    setEditing(null)
                    back()
                  }}
                />
              ) : (
                <Chapter
                  chapter={chapter}
                  startMs={words?.turns[place(chapter)]?.startMs ?? null}
                  onEdit={() => setEditing(chapter.id)}
                  onRemoved={back}
                />
              )}
            </li>
          ))}
      </ol>
      <ChapterSuggestions />
    </section>
  )
}

function Chapter({
  chapter,
  startMs,
  onEdit,
  onRemoved,
}: {
  chapter: BackgroundView
  startMs: number | null
  onEdit: () => void
  onRemoved: () => void
}) {
  const { view, actions, acceptNote, forgetNote, showTurn, say } = useDesk()
  const { run, busy, error } = useSend()

  async function remove() {
    const removed = await run(() => actions.removeChapter({ noteId: chapter.id }))
    if (!removed) return
    forgetNote(chapter.id)
    say('Chapter removed.')
    toastDone(`“${chapter.title}” is no chapter any more.`, { undo: () => void bringBack() })
    onRemoved()
  }

  async function bringBack() {
    const { turnId, title } = chapter
    const requestId = newRequestId()
    const { interviewId } = view
    const saved = await actions.saveChapter({
      interviewId,
      noteId: null,
      requestId,
      version: null,
      turnId,
      title,
    })
    if (saved.ok) acceptNote(saved.value)
    say(saved.ok ? 'The chapter is back.' : saved.error.message)
  }

  return (
    <>
      <p className="flex items-baseline gap-3">
        {startMs !== null && (
          <span className="text-sm text-ink-soft tabular-nums">{formatTimestamp(startMs)}</span>
        )}
        <span className="min-w-0 font-semibold" dir="auto">
          {chapter.title}
        </span>
      </p>
      <div className="-ms-3.5 flex flex-wrap">
        <Button variant="quiet" onClick={() => showTurn(chapter.turnId)}>
          Show
        </Button>
        <Button variant="quiet" onClick={onEdit}>
          Rename
        </Button>
        <Button variant="quiet" busy={busy} onClick={remove}>
          Remove
        </Button>
      </div>
      <FormError message={error?.message} />
    </>
  )
}
