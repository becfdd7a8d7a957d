import { type Embed, PROVIDERS, playerAddress, watchAddress } from '@/transcripts/embed'
import { formatTimestamp } from '@/transcripts/timestamp'

/**
 * Somebody else's player, behind a link that says what a click loads. `embed-frame.ts` puts the player in its place when it is
 * followed; without scripts it leads to the provider's own page, at the same second.
 */
export function EmbedBox({ embed, startMs = null }: { embed: Embed; startMs?: number | null }) {
  const { name, site } = PROVIDERS[embed.provider]
  const at = startMs ?? 0
  return (
    <div className="embed" data-provider={embed.provider} data-recording={embed.id} data-name={name}>
      <a
        className="embed-play"
        href={watchAddress(embed, at)}
        data-frame={playerAddress(embed, at)}
        rel="noreferrer"
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M5 2.5v15l12.5-7.5z" />
        </svg>
        <span>
          Play from {name}
          {startMs === null ? '' : ` at ${formatTimestamp(startMs)}`}
        </span>
      </a>{' '}
      <small>loads content from {site}</small>
    </div>
  )
}

/** What following that link means, and what not following it does. */
export function EmbedNote({ embed }: { embed: Embed }) {
  const { name } = PROVIDERS[embed.provider]
  return (
    <p className="embed-note">
      {name} then learns your network address and that you are on this site, and may set cookies. Until you
      choose to play, nothing is loaded from there.
    </p>
  )
}
