import { verdictColour } from '@/components/claims/verdict-badge'
import { EmbedBox, EmbedNote } from '@/components/reader/embed-box'
import { recordingPath, wordsPath } from '@/publishing/addresses'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/**
 * LISTEN. Without scripts the browser's own controls in a bar that stays in view; `player.island.ts` puts the slim player, which
 * is here already, in their place, so that nothing moves.
 */
export function ListenPlayer({ page, durationMs }: { page: PageSnapshot; durationMs: number | null }) {
  const { recording, slug } = page.interview
  if (!recording) return null
  if (recording.embed)
    return (
      <>
        <section className="listen" aria-label="Listen to the interview" id="listen">
          <EmbedBox embed={recording.embed} />
        </section>
        <EmbedNote embed={recording.embed} />
      </>
    )
  const timed = page.turns.some((turn) => turn.wordStarts.length > 0)
  return (
    <section className="listen" aria-label="Listen to the interview" id="listen">
      {/* biome-ignore lint/a11y/useMediaCaption: the whole transcript stands below */}
      <audio
        controls
        preload="none"
        src={recording.fileHash ? recordingPath(slug) : (recording.url ?? undefined)}
        data-words={timed ? wordsPath(slug, page.number) : undefined}
        data-duration={durationMs ?? undefined}
      />
      <div className="player" hidden>
        <button type="button" className="player-play" data-do="play" aria-label="Play">
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path className="when-paused" d="M5 2.5v15l12.5-7.5z" />
            <path className="when-playing" d="M4.5 3h4v14h-4zm7 0h4v14h-4z" />
          </svg>
          <span>Listen</span>
        </button>
        <button type="button" data-do="back" aria-label="Back 10 seconds">
          −10
        </button>
        <button type="button" data-do="on" aria-label="Forward 10 seconds">
          +10
        </button>
        <output className="player-now" aria-label="Time">
          0:00
        </output>
        <div className="player-bar">
          <ClaimTicks page={page} durationMs={durationMs} />
          <input
            type="range"
            min="0"
            max={Math.ceil((durationMs ?? 0) / 1000)}
            step="1"
            defaultValue="0"
            aria-label="Position"
          />
        </div>
        <span className="player-total" />
        <button type="button" data-do="speed" aria-label="Speed: 1 times">
          1×
        </button>
      </div>
    </section>
  )
}

/** Where on the recording the claims lie, coloured by verdict. Positions are attributes: the page allows no inline style. */
function ClaimTicks({ page, durationMs }: { page: PageSnapshot; durationMs: number | null }) {
  if (!durationMs) return null
  return (
    <svg className="player-ticks" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      {page.claims.map((claim) =>
        claim.place && claim.startMs !== null ? (
          <path
            key={claim.number}
            className={`v-${verdictColour(claim.verdict.colour)}`}
            d={`M${Math.round((claim.startMs / durationMs) * 1000)} 0V12`}
          />
        ) : null,
      )}
    </svg>
  )
}
