import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, PencilLine } from 'lucide-react'
import type { SaveState } from '@/components/claims/claim-saver'
import { useDesk } from '@/components/claims/desk-context'
import { outboxState, saveWords, worst } from '@/components/claims/outbox/save-status'
import { WaitingActs } from '@/components/claims/outbox/waiting-acts'
import { Button } from '@/components/ui/button'

const LINES: Record<SaveState['kind'], { icon: typeof CircleCheck; ink: string }> = {
  saved: { icon: CircleCheck, ink: 'text-ok' },
  waiting: { icon: PencilLine, ink: 'text-ink-soft' },
  saving: { icon: LoaderCircle, ink: 'text-ink-soft' },
  offline: { icon: CloudOff, ink: 'text-danger' },
  refused: { icon: CircleAlert, ink: 'text-danger' },
  signedOut: { icon: CircleAlert, ink: 'text-danger' },
  conflict: { icon: CircleAlert, ink: 'text-danger' },
}

/** Where what was typed and done is just now: never "Saved" before the server has it. */
export function SaveLine() {
  const { saver, correct, outbox, showTurn } = useDesk()
  const { corrections, editingId } = correct
  const state = worst([saver.state(), corrections.state(), outboxState(outbox)])
  const { icon: Icon, ink } = LINES[state.kind]
  const count = saver.count() + corrections.unsaved().length + outbox.count()
  const elsewhere = corrections
    .unsaved()
    .find((turnId) => turnId !== editingId && corrections.standing(turnId) !== 'gone')
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <p role="status" className={`flex items-start gap-1.5 font-medium ${ink}`}>
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{saveWords(state, count)}</span>
        </p>
        {state.kind === 'signedOut' && (
          <a className="text-link font-semibold" href="/sign-in" target="_blank" rel="noreferrer">
            Sign in, in a new tab
          </a>
        )}
        {(state.kind === 'offline' || state.kind === 'refused' || state.kind === 'signedOut') && (
          <Button
            variant="quiet"
            onClick={() => {
              void saver.flush()
              void corrections.flush()
              void outbox.flush()
            }}
          >
            Try again
          </Button>
        )}
        {elsewhere && state.kind !== 'saving' && correct.ready && (
          <Button variant="quiet" onClick={() => showTurn(elsewhere)}>
            Show the turn
          </Button>
        )}
      </div>
      <WaitingActs />
    </div>
  )
}
