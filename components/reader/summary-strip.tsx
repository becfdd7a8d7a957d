import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { challengedOnAir, claimsChecked, type Summary, summaryOf } from '@/publishing/summary'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Above this many claims the list of them starts folded. */
const LIST_OPEN = 10

/** What the page's claims come to, and all of them in a list that leads to each. */
export function SummaryStrip({ page }: { page: PageSnapshot }) {
  if (page.claims.length === 0) return null
  const summary = summaryOf(page.claims)
  return (
    <section className="summary" aria-label="Claims at a glance">
      <h2 className="summary-line">
        {claimsChecked(summary.claimCount)}
        {challengedOnAir(summary) ? (
          <span className="summary-challenged"> · {challengedOnAir(summary)}</span>
        ) : null}
      </h2>
      <VerdictCounts counts={summary.verdictCounts} />
      <details className="claim-index" open={page.claims.length <= LIST_OPEN}>
        <summary>All claims in order</summary>
        <ol>
          {page.claims.map((claim) => (
            <li key={claim.number}>
              <a href={`#claim-${claim.number}`} className={`v-${verdictColour(claim.verdict.colour)}`}>
                <VerdictBadge verdict={claim.verdict} />
                <span className="hush">: </span>
                <span className="claim-index-text">{claim.claimReviewed}</span>
                <span className="time">
                  {claim.place && claim.startMs !== null ? formatTimestamp(claim.startMs) : null}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** Verdicts with how often each was given, as words with their drawing. */
export function VerdictCounts({ counts }: { counts: Summary['verdictCounts'] }) {
  return (
    <ul className="counts">
      {counts.map((count) => (
        <li key={count.key} className={`v-${verdictColour(count.colour)}`}>
          <span className="count">{count.count}</span> <VerdictBadge verdict={count} />
        </li>
      ))}
    </ul>
  )
}
