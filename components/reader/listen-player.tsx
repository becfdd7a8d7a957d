import { verdictColour } from '@/components/claims/verdict-badge'
import { EmbedBox, EmbedNote } from '@/components/reader/embed-box'
import { captionsPath, recordingPath, wordsPath } from '@/publishing/addresses'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/**
 * LISTEN. Without scripts the browser's own controls in a bar that stays in view; `player.island.ts` puts the slim player, which
 * is here already, in their place, so that nothing moves.
 */
export function ListenPlayer({ page, durationMs }: { page: PageSnapshot; durationMs: number | null }) {
  const { recording, slug, language } = page.interview
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
  const claims = page.claims.some((claim) => claim.place && claim.startMs !== null && claim.endMs !== null)
  return (
    <section className="listen" aria-label="Listen to the interview" id="listen">
      {/* biome-ignore lint/a11y/useMediaCaption: where words have no times there is nothing to caption with; they stand below */}
      <audio
        controls
        preload="none"
        src={recording.fileHash ? recordingPath(slug) : (recording.url ?? undefined)}
        data-words={timed ? wordsPath(slug, page.number) : undefined}
        data-duration={durationMs ?? undefined}
      >
        {timed ? (
          <track kind="captions" src={captionsPath(slug)} srcLang={language} label="Captions" />
        ) : null}
      </audio>
      <div className="player" hidden>
        <button type="button" className="player-play" data-do="play">
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
        {/* Not an <output>, which would say each second aloud: the slider has the time as its value. */}
        <span className="player-now" aria-hidden="true">
          0:00
        </span>
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
        {claims ? (
          <button type="button" className="player-claims" data-do="claims" aria-pressed="false">
            <span className="wide-only">Play the claims only</span>
            <span className="narrow-only" aria-hidden="true">
              Claims
            </span>
          </button>
        ) : null}
        <Choices claims={claims} timed={timed} />
        <NowClaim />
        <p
          className="player-caption"
          aria-hidden="true"
          lang={language}
          dir={page.interview.direction}
          hidden
        />
        <p className="player-said hush" role="status" />
      </div>
    </section>
  )
}

const SPEEDS = ['0.75', '1', '1.25', '1.5', '1.75', '2']
const PAUSES = [
  ['3', '3 seconds'],
  ['6', '6 seconds'],
  ['12', '12 seconds'],
  ['0', 'Until I go on'],
] as const

/** How somebody likes to listen, and the keys. */
function Choices({ claims, timed }: { claims: boolean; timed: boolean }) {
  return (
    <details className="player-more">
      <summary>
        <span className="hush">Speed, pauses and keys: </span>
        <span className="player-speed">1×</span>
      </summary>
      <div className="player-panel">
        <label>
          Speed
          <select name="speed" defaultValue="1">
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {speed}×
              </option>
            ))}
          </select>
        </label>
        {claims ? (
          <label>
            Pause after each claim
            <select name="pause" defaultValue="6">
              {PAUSES.map(([seconds, label]) => (
                <option key={seconds} value={seconds}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {timed ? (
          <label className="player-check">
            <input type="checkbox" name="captions" /> Show captions
          </label>
        ) : null}
        <p className="player-keys">
          <kbd>k</kbd> play or pause, once it plays also the space bar · <kbd>j</kbd> <kbd>l</kbd> ten seconds
          back or on
          {claims ? (
            <>
              {' '}
              · <kbd>Shift</kbd> <kbd>n</kbd> listen to the next claim
            </>
          ) : null}
        </p>
      </div>
    </details>
  )
}

/** The claim that is being heard, with what we found; `listen/now-claim.ts` fills it in. `data-when` says when a button makes sense. */
function NowClaim() {
  return (
    <div className="now-claim" hidden>
      <p className="now-verdict" />
      <p className="now-words" dir="auto" />
      <p className="now-acts">
        <button type="button" data-do="next" data-when="claims">
          Next claim
        </button>
        <button type="button" data-do="next" data-when="last">
          Finish
        </button>
        <button type="button" data-do="goOn" data-when="heard">
          Listen on from here
        </button>
        <button type="button" data-do="next" data-when="ended">
          Start over
        </button>
        <button type="button" data-do="again" data-when="claims last heard">
          Hear it again
        </button>
        <a href="#listen">Read the check</a>
        <button type="button" className="now-leave" data-do="leave">
          Close
        </button>
      </p>
    </div>
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
