import type { ReactNode } from 'react'
import type { PlayerFault } from '@/components/transcripts/player/player-control'
import { type Player, usePlayerState } from '@/components/transcripts/player/use-player'
import { Button } from '@/components/ui/button'
import { formatTimestamp } from '@/transcripts/timestamp'

/** One line under the bar: what went wrong and what to do, or where somebody stopped last time. Nothing most of the time. */
export function PlayerNote({ player, external }: { player: Player; external: boolean }) {
  const { control, held, cued } = player
  const state = usePlayerState(control)
  if (state.fault)
    return (
      <Line alert>
        <p className="flex-1 font-medium text-danger">{faultText(state.fault, external)}</p>
        {state.fault !== 'missing' && <Button onClick={() => void control.retry()}>Try again</Button>}
      </Line>
    )
  if (held) return <Passing>Paused while you type</Passing>
  if (state.waiting) return <Passing>Loading the recording…</Passing>
  if (cued !== null)
    return (
      <Line>
        <p>You stopped at {formatTimestamp(cued)}; Play goes on from there.</p>
        <Button variant="quiet" onClick={player.fromStart}>
          From the start
        </Button>
      </Line>
    )
  return null
}

/** Over the transcript and not above it: what comes and goes by itself must not move the words. */
function Passing({ children }: { children: ReactNode }) {
  return (
    <p className="player-passing pointer-events-none absolute start-4 top-full z-10 mt-1 border border-rule-strong bg-paper px-2 py-0.5 text-sm text-ink-soft sm:start-6">
      {children}
    </p>
  )
}

function Line({ children, alert = false }: { children: ReactNode; alert?: boolean }) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className="flex flex-wrap items-center gap-x-3 px-4 pb-1 text-sm text-ink-soft sm:px-6"
    >
      {children}
    </div>
  )
}

function faultText(fault: PlayerFault, external: boolean): string {
  switch (fault) {
    case 'missing':
      return 'The recording is not there any more. Add it again under Details.'
    case 'network':
      return 'The connection broke while the recording was read.'
    case 'blocked':
      return 'The browser did not let it start by itself.'
    case 'unplayable':
      return external
        ? 'The recording did not load. Its address may not answer, or this browser cannot play it.'
        : 'This browser cannot play the recording. An MP3 or MP4 file plays everywhere.'
  }
}
