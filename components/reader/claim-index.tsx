import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { challengeKey } from '@/components/reader/claim-facts'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Above this many claims the list of them starts folded. */
const LIST_OPEN = 10
/** Lists that the stylesheet can pick out without scripts (styles/article.css). */
const PICKS = 12

const picksOf = (verdicts: readonly string[]) => ['challenged', 'partly', ...verdicts].slice(0, PICKS)

/** Where a count leads without scripts: to the list of its claims alone, or of all on a scale that is very long. */
export function listAddress(key: string, verdicts: readonly string[]): string {
  return picksOf(verdicts).includes(key) ? `#list-${key}` : '#claims'
}

/**
 * All claims in a list that leads to each, and to its second. The list in words of what the interview shows at a glance.
 * `#list-false` shows the false ones alone, by the stylesheet.
 * @param verdicts keys of the verdicts that occur.
 */
export function ClaimIndex({
  claims,
  verdicts,
}: {
  claims: readonly SnapshotClaim[]
  verdicts: readonly string[]
}) {
  const picks = picksOf(verdicts)
  const pickOf = (key: string) => (picks.includes(key) ? `is-${picks.indexOf(key)}` : '')
  return (
    <details className="claim-index" open={claims.length <= LIST_OPEN}>
      <summary>All claims in order</summary>
      <div id="claims">
        {picks.map((key, index) => (
          <span key={key} id={`list-${key}`} className={`pick pick-${index}`} />
        ))}
        <ol>
          {claims.map((claim) => (
            <li
              key={claim.number}
              className={[
                `v-${verdictColour(claim.verdict.colour)}`,
                pickOf(claim.verdict.key),
                pickOf(challengeKey(claim)),
              ]
                .filter(Boolean)
                .join(' ')}
            >
              <a href={`#claim-${claim.number}`}>
                <VerdictBadge verdict={claim.verdict} />
                <span className="hush">: </span>
                <span className="claim-index-text">{claim.claimReviewed}</span>
              </a>
              {claim.place && claim.startMs !== null ? (
                <a className="time" href={`?t=${Math.floor(claim.startMs / 1000)}#t${claim.place.firstTurn}`}>
                  {formatTimestamp(claim.startMs)}
                </a>
              ) : null}
            </li>
          ))}
        </ol>
        <a className="show-list" href="#claims">
          Show all claims
        </a>
      </div>
    </details>
  )
}
