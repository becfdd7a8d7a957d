import { claimPath, secondPath } from '@/publishing/addresses'
import type { Appearance } from '@/publishing/appearances'
import { longDay } from '@/publishing/days'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

type Props = { page: PageSnapshot; claim: SnapshotClaim; said: readonly Appearance[] }

/** How often the same was said, and where: one check, each time with its own page and second. */
export function SaidTimes({ page, claim, said }: Props) {
  return (
    <details className="said-times">
      <summary>Said {said.length} times</summary>
      <ol>
        {said.map((one) => (
          <li key={`${one.slug} ${one.number}`}>
            {one.on ? (
              <>
                <time dateTime={one.on}>{longDay(one.on)}</time>:{' '}
              </>
            ) : null}
            {one.slug === page.interview.slug && one.number === claim.number ? (
              <b>{one.title}</b>
            ) : (
              <a href={claimPath(one.slug, one.number)}>{one.title}</a>
            )}
            {one.elsewhere?.title ? ` (${one.elsewhere.title})` : ''}
            {one.startMs !== null ? (
              <>
                {', at '}
                <a className="time" href={secondPath(one.slug, one.startMs, one.turn)}>
                  {formatTimestamp(one.startMs)}
                </a>
              </>
            ) : null}
            {one.speaker === claim.speaker.name ? '' : `, by ${one.speaker}`}
          </li>
        ))}
      </ol>
    </details>
  )
}
