import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { Html } from '@/components/reader/html'
import { claimPath, secondPath } from '@/publishing/addresses'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/** One check in a frame: verdict, sentence, words, and the rest a click away. */
export function EmbedClaim({
  page,
  claim,
  origin,
}: {
  page: PageSnapshot
  claim: SnapshotClaim
  origin: string
}) {
  const { interview, site } = page
  const { speaker, startMs, place } = claim
  return (
    <article className={`embed-card v-${verdictColour(claim.verdict.colour)}`}>
      <p className="embed-verdict">
        <VerdictBadge verdict={claim.verdict} />
      </p>
      <h1 dir="auto">{claim.claimReviewed}</h1>
      <blockquote lang={interview.language} dir={interview.direction}>
        {claim.quote}
      </blockquote>
      <p className="embed-by">
        <b>{speaker.name}</b>
        {speaker.affiliation ? `, ${speaker.affiliation}` : ''}
        {place && startMs !== null ? (
          <>
            {', at '}
            <a href={`${origin}${secondPath(interview.slug, startMs, place.firstTurn)}`} rel="noopener">
              {formatTimestamp(startMs)}
            </a>
            {' of '}
            <cite dir="auto">{interview.title}</cite>
          </>
        ) : null}
      </p>
      {claim.explanationHtml ? (
        <details>
          <summary>What we found</summary>
          <Html className="prose" html={claim.explanationHtml} />
        </details>
      ) : null}
      <EmbedFoot
        siteName={site.name}
        origin={origin}
        path={claimPath(interview.slug, claim.number)}
        label={sourcesLabel(claim.evidence.length)}
      />
    </article>
  )
}

function sourcesLabel(count: number): string {
  if (count === 0) return 'Read the whole check'
  return `Read the whole check, with ${count === 1 ? 'its source' : `${count} sources`}`
}

/** Who says so, and where it stands in full. */
export function EmbedFoot({
  siteName,
  origin,
  path,
  label,
}: {
  siteName: string
  origin: string
  path: string
  label: string
}) {
  return (
    <footer className="embed-foot">
      <a href={`${origin}${path}`} rel="noopener">
        {label}
      </a>
      <span>{siteName}</span>
    </footer>
  )
}
