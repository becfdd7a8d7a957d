import { Flag, Keyboard } from 'lucide-react'
import type { ClaimView } from '@/claims/views'
import { ClaimsStrip } from '@/components/claims/claims-strip'
import { useClaimsStrip } from '@/components/claims/use-claims-strip'
import type { Listening } from '@/components/claims/use-listening'
import { EmbedBar } from '@/components/transcripts/player/embed-bar'
import { PlayerBar } from '@/components/transcripts/player/player-bar'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import { usePlayerState } from '@/components/transcripts/player/use-player'
import type { Selected } from '@/components/transcripts/selected-words'
import { Button } from '@/components/ui/button'

/** What stays in view above the transcript: the player with its strip of claims, or without a recording a line of help. */
export function WorkspaceBar({
  listening,
  recording,
  selected,
  openId,
  onKeys,
  onOpen,
}: {
  listening: Listening
  recording: PlayedRecording | null
  selected: Selected | null
  openId: string | null
  onKeys: () => void
  onOpen: (claim: ClaimView) => void
}) {
  const { player, say, embed } = listening
  const hint = (
    <p
      id="transcript-hint"
      className={recording || embed ? 'sr-only' : 'flex-1 text-sm text-ink-soft max-lg:sr-only'}
    >
      Select words, press F to flag. <kbd>?</kbd> lists all keys.
    </p>
  )
  const keys = (
    <Button variant="quiet" className="max-lg:hidden" onClick={onKeys}>
      <Keyboard aria-hidden="true" className="size-4" />
      Keys
    </Button>
  )
  return (
    <div className="sticky top-0 z-10 border-b border-rule bg-paper">
      {recording ? (
        <PlayerBar
          player={player}
          recording={recording}
          say={say}
          strip={
            <Strip
              listening={listening}
              recording={recording}
              selected={selected}
              openId={openId}
              onOpen={onOpen}
            />
          }
        >
          {hint}
          <Button variant="quiet" title="G, or Alt G anywhere" onClick={() => listening.act('flagSaid')}>
            <Flag aria-hidden="true" className="size-4" />
            <span className="max-sm:sr-only">Flag what is said</span>
          </Button>
          {keys}
        </PlayerBar>
      ) : (
        <div
          className={`flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 sm:px-6 ${embed ? '' : 'max-lg:hidden'}`}
        >
          {embed && <EmbedBar embed={embed} place={listening.embedPlace} onPlace={listening.setEmbedPlace} />}
          {hint}
          {keys}
        </div>
      )}
    </div>
  )
}

type StripProps = {
  listening: Listening
  recording: PlayedRecording
  selected: Selected | null
  openId: string | null
  onOpen: (claim: ClaimView) => void
}

function Strip({ listening, recording, selected, openId, onOpen }: StripProps) {
  const { control, transcript, changes, claims, verdicts, step } = listening
  const { durationMs } = usePlayerState(control)
  const strip = useClaimsStrip({ recording, durationMs, transcript, changes, claims })
  if (strip.durationMs === null) return null
  return (
    <ClaimsStrip
      control={control}
      durationMs={strip.durationMs}
      claims={strip.claims}
      verdicts={verdicts}
      stretches={strip.stretches}
      turn={selected ? strip.turnOf(selected) : null}
      peaks={strip.peaks}
      openId={openId}
      onOpen={onOpen}
      onStep={step}
    />
  )
}
