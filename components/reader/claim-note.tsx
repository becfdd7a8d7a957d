import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { ClaimCheck } from '@/components/reader/claim-check'
import { claimPath } from '@/publishing/addresses'
import type { Appearance } from '@/publishing/appearances'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/**
 * A claim's note beside the transcript. `#claim-7` is inside the `<details>`, because browsers then open it on their own when
 * somebody arrives at that address, scripts or not.
 */
export function ClaimNote({
  page,
  claim,
  said,
}: {
  page: PageSnapshot
  claim: SnapshotClaim
  said?: readonly Appearance[] | undefined
}) {
  const { number, verdict } = claim
  return (
    <details className={`note v-${verdictColour(verdict.colour)}`}>
      <summary>
        <h3>
          <span className="note-verdict">
            <VerdictBadge id={`v${number}`} verdict={verdict} />
            <span className="note-number">
              <span className="hush">Claim </span>
              {number}
            </span>
          </span>
          <span className="hush">: </span>
          <span className="note-claim">{claim.claimReviewed}</span>
        </h3>
      </summary>
      <div className="note-body" id={`claim-${number}`}>
        <ClaimCheck page={page} claim={claim} said={said} level={4} />
        <p className="note-links">
          <a href={claimPath(page.interview.slug, number)}>This claim's own page</a>
          {claim.place ? <a href={`#said-${number}`}>Back to the words</a> : null}
        </p>
      </div>
    </details>
  )
}
