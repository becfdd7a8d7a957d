import { Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { RATES } from '@/components/transcripts/player/player-control'
import { PlayerMedia } from '@/components/transcripts/player/player-media'
import { PlayerNote } from '@/components/transcripts/player/player-note'
import { Choice, PlayerSettings } from '@/components/transcripts/player/player-settings'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import { TimeField } from '@/components/transcripts/player/time-field'
import { type Player, usePlayerState } from '@/components/transcripts/player/use-player'

const SIDE =
  'inline-flex size-9 items-center justify-center rounded-xs text-sm font-semibold tabular-nums hover:bg-surface active:bg-rule pointer-coarse:size-11'

/** The player over the transcript. `strip` is the recording's length with its claims; `children` stand at the end of the bar. */
export function PlayerBar({
  player,
  recording,
  say,
  strip,
  children,
}: {
  player: Player
  recording: PlayedRecording
  say: (message: string) => void
  strip: ReactNode
  children: ReactNode
}) {
  const { control, prefs, setPrefs } = player
  const state = usePlayerState(control)
  const video = recording.mime.startsWith('video/')
  return (
    <section aria-label="Player" data-player className="relative">
      <div className="flex flex-wrap items-center px-2 pt-1.5 sm:gap-x-2 sm:px-6">
        <span className="flex items-center">
          <button
            type="button"
            className={SIDE}
            aria-label="Back 5 seconds"
            title="Alt J"
            onClick={() => control.skip(-5)}
          >
            −5
          </button>
          <button
            type="button"
            className="inline-flex size-10 items-center justify-center rounded-full bg-accent text-accent-ink hover:opacity-90 active:opacity-80 pointer-coarse:size-11"
            aria-label={state.playing ? 'Pause' : 'Play'}
            title="F8"
            onClick={() => control.toggle()}
          >
            {state.playing ? (
              <Pause aria-hidden="true" className="size-5 fill-current" />
            ) : (
              <Play aria-hidden="true" className="ms-0.5 size-5 fill-current" />
            )}
          </button>
          <button
            type="button"
            className={SIDE}
            aria-label="On 5 seconds"
            title="Alt L"
            onClick={() => control.skip(5)}
          >
            +5
          </button>
        </span>
        <TimeField control={control} durationMs={state.durationMs} say={say} />
        <select
          aria-label="Speed"
          title="Alt − and Alt +"
          className="min-h-9 w-17 rounded-xs border border-transparent bg-transparent px-1 text-sm font-semibold hover:border-rule-strong pointer-coarse:min-h-11"
          value={state.rate}
          onChange={(event) => setPrefs({ rate: Number(event.target.value) })}
        >
          {RATES.map((rate) => (
            <option key={rate} value={rate}>
              {rate}×
            </option>
          ))}
        </select>
        <Choice
          className="ms-2 max-md:hidden"
          label="Scroll along"
          checked={prefs.follow}
          onChange={(follow) => setPrefs({ follow })}
        />
        <Choice
          className="ms-2 max-md:hidden"
          label="Click plays"
          checked={prefs.clickPlays}
          onChange={(clickPlays) => setPrefs({ clickPlays })}
        />
        <span className="ms-auto flex min-w-0 items-center sm:gap-1">
          <PlayerSettings player={player} video={video} />
          {children}
        </span>
      </div>
      {strip}
      <PlayerNote player={player} external={recording.external} />
      <PlayerMedia
        key={recording.url}
        player={player}
        recording={recording}
        picture={video ? prefs.picture : 'hidden'}
      />
    </section>
  )
}
