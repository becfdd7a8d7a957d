import { Clock, Merge, Scissors, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Conflict } from '@/components/claims/conflict'
import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'

/** Under each turn that is typed into, or whose words could not be saved: how it stands and what can be done. */
export function TurnTools({
  onSpeaker,
  onTime,
}: {
  onSpeaker: (turnId: string) => void
  onTime: (turnId: string) => void
}) {
  const { correct } = useDesk()
  return correct.hosts.map(({ turnId, host }) =>
    createPortal(
      <div className="flex flex-col gap-2 pb-3 font-sans">
        <Standing turnId={turnId} />
        {correct.editingId === turnId && (
          <EditingTools turnId={turnId} onSpeaker={onSpeaker} onTime={onTime} />
        )}
      </div>,
      host,
      turnId,
    ),
  )
}

function EditingTools({
  turnId,
  onSpeaker,
  onTime,
}: {
  turnId: string
  onSpeaker: (turnId: string) => void
  onTime: (turnId: string) => void
}) {
  const { correct, transcript } = useDesk()
  const at = transcript?.page.words.indexOf(turnId) ?? -1
  const given = correct.corrections.draft(turnId) ? null : correct.givenUp(turnId)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label="This turn" className="flex flex-wrap items-center gap-2">
      <Tool variant="primary" title="Ctrl Enter" onClick={() => correct.leave({ back: true })}>
        Save
      </Tool>
      <Tool title="Esc" onClick={correct.giveUp}>
        Give up
      </Tool>
      <Tool title="Enter" onClick={() => void correct.split()}>
        <Scissors aria-hidden="true" className="size-4" />
        Cut here
      </Tool>
      <Tool title="Backspace at the start" disabled={at <= 0} onClick={() => void correct.merge(-1)}>
        <Merge aria-hidden="true" className="size-4" />
        Join to the turn before
      </Tool>
      <Tool onClick={() => onSpeaker(turnId)}>
        <UserRound aria-hidden="true" className="size-4" />
        Speaker
      </Tool>
      <Tool onClick={() => onTime(turnId)}>
        <Clock aria-hidden="true" className="size-4" />
        Time
      </Tool>
      {given !== null && (
        <Tool variant="quiet" onClick={() => correct.bringBack(turnId, given)}>
          Bring back what you gave up
        </Tool>
      )}
    </div>
  )
}

/** A button that leaves the caret where it is in the text. */
function Tool(props: {
  variant?: 'primary' | 'quiet'
  title?: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return <Button {...props} onMouseDown={(event) => event.preventDefault()} />
}

/** Never "Saved" before the server has it. */
function Standing({ turnId }: { turnId: string }) {
  const { correct, transcript } = useDesk()
  const { corrections } = correct
  const draft = corrections.draft(turnId)
  if (!draft) return null
  const standing = corrections.standing(turnId)
  if (standing === 'conflict') {
    const words = transcript?.page.words
    return (
      <Conflict
        what="This turn"
        mine={draft.text}
        theirs={words?.turns[words.indexOf(turnId)]?.text ?? ''}
        onMine={() => void correct.choose(turnId, draft.text)}
        onTheirs={() => correct.letGo(turnId)}
        onCombined={(text) => void correct.choose(turnId, text)}
      />
    )
  }
  if (standing === 'accepted') return null
  const state = corrections.state()
  const error = corrections.error(turnId)
  const reason = error?.message ?? (state.kind === 'offline' ? 'The server could not be reached.' : null)
  if (correct.editingId === turnId && !reason)
    return (
      <p role="status" className="text-sm text-ink-soft">
        {state.kind === 'saving' ? 'Saving…' : 'Not saved yet'}
      </p>
    )
  if (!reason && draft.wanted) return null
  return (
    <div className="flex flex-wrap items-center gap-2 border-s-4 border-danger bg-surface px-3 py-2 text-sm">
      <p role="alert" className="flex-1 basis-60 font-medium">
        <span className="text-danger">Not saved.</span>{' '}
        {reason ?? 'You were typing here when the page was left.'} What you typed is kept in this browser.
      </p>
      <Button onClick={() => void correct.saveTurn(turnId)}>{reason ? 'Try again' : 'Save it'}</Button>
      <Button variant="quiet" onClick={() => correct.letGo(turnId)}>
        Let go of it
      </Button>
    </div>
  )
}
