import { Maximize2, Minimize2, X } from 'lucide-react'
import type { PlayerPrefs } from '@/components/transcripts/player/player-prefs'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import type { Player } from '@/components/transcripts/player/use-player'

const BUTTON = 'inline-flex size-9 items-center justify-center bg-ink/80 text-paper pointer-coarse:size-11'

/** The element that plays, and a film's picture: under the bar on a phone, else small beside the words or large over them. */
export function PlayerMedia({
  player,
  recording,
  picture,
}: {
  player: Player
  recording: PlayedRecording
  picture: PlayerPrefs['picture']
}) {
  const { control, setPrefs } = player
  // What lies elsewhere is asked for only when somebody plays it.
  const preload = recording.external ? 'none' : 'metadata'
  if (!recording.mime.startsWith('video/'))
    return (
      // biome-ignore lint/a11y/useMediaCaption: the transcript beside it says every word
      <audio ref={control.attach} src={recording.url} preload={preload} aria-label="Recording" />
    )
  const large = picture === 'large'
  return (
    <div
      className={
        picture === 'hidden'
          ? 'sr-only'
          : `relative mx-auto w-fit bg-black lg:fixed lg:start-4 lg:bottom-4 lg:mx-0 lg:border lg:border-ink lg:shadow-lg ${large ? 'lg:w-[30rem]' : 'lg:w-36'}`
      }
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it says every word */}
      <video
        ref={control.attach}
        src={recording.url}
        preload={preload}
        playsInline
        aria-label="Recording"
        className={`block w-full ${large ? 'max-lg:max-h-[40vh]' : 'max-lg:max-h-28'}`}
        onClick={() => control.toggle()}
      />
      {picture !== 'hidden' && (
        <span className="absolute end-0 top-0 flex">
          <button
            type="button"
            className={BUTTON}
            aria-label={large ? 'Smaller picture' : 'Larger picture'}
            onClick={() => setPrefs({ picture: large ? 'small' : 'large' })}
          >
            {large ? (
              <Minimize2 aria-hidden="true" className="size-4" />
            ) : (
              <Maximize2 aria-hidden="true" className="size-4" />
            )}
          </button>
          <button
            type="button"
            className={BUTTON}
            aria-label="Hide the picture"
            onClick={() => setPrefs({ picture: 'hidden' })}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </span>
      )}
    </div>
  )
}
