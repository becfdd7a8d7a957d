import { useRef, useState } from 'react'
import type { BackgroundView } from '@/claims/views'
import { BackgroundForm } from '@/components/claims/background-form'
import { ChaptersSection } from '@/components/claims/chapters/chapters-section'
import { useDesk } from '@/components/claims/desk-context'
import { newRequestId } from '@/components/claims/request-id'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError } from '@/components/ui/form-error'
import { StatusBadge } from '@/components/ui/status-badge'

/** Context notes beside turns, in the order of the transcript. */
export function BackgroundPanel() {
  const { view, store, background, transcript, noteTurnId, setNoteTurn } = useDesk()
  const [editing, setEditing] = useState<string | null>(
    // What an earlier page left unsent, or the outbox gave back, is open again.
    () =>
      background.find(({ id }) => store.names(`form:${view.interviewId}:note:${id}`).length > 0)?.id ?? null,
  )
  const heading = useRef<HTMLHeadingElement>(null)
  const place = (note: BackgroundView) => transcript?.page.words.indexOf(note.turnId) ?? 0
  const notes = [...background].sort((a, b) => place(a) - place(b))
  const back = () => requestAnimationFrame(() => heading.current?.focus())
  return (
    <div className="flex flex-col gap-4 pb-24">
      <h2 ref={heading} tabIndex={-1} data-panel-heading className="font-serif text-xl">
        Background notes
      </h2>
      {noteTurnId && (
        <BackgroundForm
          key={noteTurnId}
          note={null}
          turnId={noteTurnId}
          onDone={() => {
            setNoteTurn(null)
            back()
          }}
        />
      )}
      {notes.length === 0 && !noteTurnId && (
        <EmptyState title="No background note yet">
          A note explains something beside a turn without checking it. Put the caret into a turn, or select
          words of it, and press N or “Note”.
        </EmptyState>
      )}
      {notes.map((note) =>
        editing === note.id ? (
          <BackgroundForm
            key={note.id}
            note={note}
            turnId={note.turnId}
            onDone={() => {
              setEditing(null)
              back()
            }}
          />
        ) : (
          <Note key={note.id} note={note} onEdit={() => setEditing(note.id)} onRemoved={back} />
        ),
      )}
      <ChaptersSection />
    </div>
  )
}

function Note({
  note,
  onEdit,
  onRemoved,
}: {
  note: BackgroundView
  onEdit: () => void
  onRemoved: () => void
}) {
  const { view, actions, acceptNote, forgetNote, showTurn, say } = useDesk()
  const { run, busy, error } = useSend()

  async function approve(approved: boolean) {
    const { id, version, turnId, title, body } = note
    const saved = await run(() =>
      actions.saveBackground({
        interviewId: view.interviewId,
        noteId: id,
        requestId: newRequestId(),
        version,
        turnId,
        title,
        body,
        approved,
      }),
    )
    if (!saved) return
    acceptNote(saved.value)
    say(approved ? 'Note approved.' : 'Note taken back to draft.')
  }

  return (
    <article className="border-s-4 border-verdict-context ps-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-base font-semibold">{note.title}</h3>
        <StatusBadge tone={note.approved ? 'done' : 'idle'}>
          {note.approved ? 'Approved' : 'Draft'}
        </StatusBadge>
      </div>
      <p className="mt-1 font-serif text-base whitespace-pre-wrap">{note.body}</p>
      <div className="-ms-3.5 mt-1 flex flex-wrap">
        <Button variant="quiet" onClick={() => showTurn(note.turnId)}>
          Show
        </Button>
        <Button variant="quiet" onClick={onEdit}>
          Change
        </Button>
        {view.canApproveNotes && (
          <Button variant="quiet" busy={busy} onClick={() => approve(!note.approved)}>
            {note.approved ? 'Back to draft' : 'Approve'}
          </Button>
        )}
        <Confirm
          trigger={<Button variant="quiet">Remove</Button>}
          title="Remove this note?"
          confirmLabel="Remove the note"
          danger
          onConfirm={async () => {
            const removed = await actions.removeBackground({ noteId: note.id })
            if (!removed.ok) return removed.error.message
            forgetNote(note.id)
            say('Note removed.')
            onRemoved()
            return null
          }}
        >
          “{note.title}” disappears from the desk and, with the next publication, from the page.
        </Confirm>
      </div>
      <FormError message={error?.message} />
    </article>
  )
}
