import { X } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/button'
import { type Embed, PROVIDERS, playerAddress, watchAddress } from '@/transcripts/embed'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Where somebody else's player shall play from. `loaded` once somebody let it load; `turn` counts the wishes to go somewhere. */
export type EmbedPlace = { ms: number; loaded: boolean; turn: number }

/**
 * A recording that only somebody else's player plays. It is loaded by a click and no sooner, and started anew at each moment that
 * is asked for: it tells us nothing of where it stands, so no word is marked and nothing can be flagged by ear.
 */
export function EmbedBar({
  embed,
  place,
  onPlace,
}: {
  embed: Embed
  place: EmbedPlace
  onPlace: (place: EmbedPlace) => void
}) {
  const { name, site } = PROVIDERS[embed.provider]
  return (
    <>
      {!place.loaded && (
        <Button onClick={() => onPlace({ ...place, loaded: true })}>
          Play on {name}
          {place.ms > 0 && ` from ${formatTimestamp(place.ms)}`}
        </Button>
      )}
      <p className="min-w-0 flex-1 basis-56 text-sm text-ink-soft">
        {place.loaded
          ? 'A time beside a turn plays from there. The words being said cannot be marked.'
          : `Loads from ${site}, which then learns your network address. Nothing is loaded before.`}
      </p>
      <a
        className={buttonClass('quiet')}
        href={watchAddress(embed, place.ms)}
        target="_blank"
        rel="noreferrer noopener"
      >
        Open on {name}
      </a>
      {place.loaded && (
        <div className="relative aspect-video w-full border border-ink bg-black max-lg:max-w-72 lg:fixed lg:start-4 lg:bottom-4 lg:w-96 lg:shadow-lg">
          <iframe
            key={place.turn}
            src={playerAddress(embed, place.ms)}
            title={`Recording on ${name}`}
            allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
            referrerPolicy="strict-origin-when-cross-origin"
            sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
            className="size-full"
          />
          <button
            type="button"
            className="absolute -end-px bottom-full inline-flex size-9 items-center justify-center bg-ink text-paper pointer-coarse:size-11"
            aria-label="Close the player"
            onClick={() => onPlace({ ...place, loaded: false })}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
      )}
    </>
  )
}
