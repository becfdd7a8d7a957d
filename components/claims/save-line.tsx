import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, PencilLine } from 'lucide-react'
import type { SaveState } from '@/components/claims/claim-saver'
import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'

const LINES: Record<SaveState['kind'], { icon: typeof CircleCheck; ink: string; words: string }> = {
  saved: { icon: CircleCheck, ink: 'text-ok', words: 'Saved' },
  waiting: { icon: PencilLine, ink: 'text-ink-soft', words: 'Not saved yet' },
  saving: { icon: LoaderCircle, ink: 'text-ink-soft', words: 'Saving…' },
  offline: { icon: CloudOff, ink: 'text-danger', words: 'Offline, kept in this browser' },
  refused: { icon: CircleAlert, ink: 'text-danger', words: 'Not saved' },
  signedOut: { icon: CircleAlert, ink: 'text-danger', words: 'Not saved' },
  conflict: { icon: CircleAlert, ink: 'text-danger', words: 'Not saved' },
}

/** Where what was typed is just now: never "Saved" before the server has it. */
export function SaveLine() {
  const { saver, correct, showTurn } = useDesk()
  const state = worse(saver.state(), correct.corrections.state())
  const { icon: Icon, ink, words } = LINES[state.kind]
  const { corrections, editingId } = correct
  const elsewhere = corrections
    .unsaved()
    .find((turnId) => turnId !== editingId && corrections.standing(turnId) !== 'gone')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <p role="status" className={`flex items-start gap-1.5 font-medium ${ink}`}>
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>{'reason' in state ? `${words}: ${state.reason}` : words}</span>
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
  )
}

const BY_WEIGHT: readonly SaveState['kind'][] = [
  'conflict',
  'signedOut',
  'refused',
  'offline',
  'saving',
  'waiting',
  'saved',
]

/** Of claims and transcript, the one that somebody should look at first. */
function worse(one: SaveState, other: SaveState): SaveState {
  return BY_WEIGHT.indexOf(one.kind) <= BY_WEIGHT.indexOf(other.kind) ? one : other
}
