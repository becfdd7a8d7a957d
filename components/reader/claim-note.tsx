import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { ClaimCheck } from '@/components/reader/claim-check'
import { factsOf } from '@/components/reader/claim-facts'
import { HearClaim } from '@/components/reader/hear-claim'
import { ReportLink } from '@/components/reader/report-link'
import { claimPath } from '@/publishing/addresses'
import type { Appearance } from '@/publishing/appearances'
import { markOfClaim } from '@/publishing/live-page'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/**
 * A claim's note beside the transcript. `#claim-7` is inside the `<details>`, because browsers then open it on their own when
 * somebody arrives at that address, scripts or not.
 */
export function ClaimNote({
  page,
  claim,
  said,
  level = 3,
}: {
  page: PageSnapshot
  claim: SnapshotClaim
  said?: readonly Appearance[] | undefined
  /** Of its heading; 4 where it stands in a chapter. */
  level?: 3 | 4
}) {
  const { number, verdict } = claim
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <details
      className={`note v-${verdictColour(verdict.colour)}`}
      data-mark={markOfClaim(claim, page.changes)}
      {...factsOf(claim)}
    >
      <summary>
        <Heading className="note-head">
          <span className="note-verdict">
            <VerdictBadge id={`v${number}`} verdict={verdict} />
            <span className="note-number">
              <span className="hush">Claim </span>
              {number}
            </span>
          </span>
          <span className="hush">: </span>
          <span className="note-claim" dir="auto">
            {claim.claimReviewed}
          </span>
        </Heading>
      </summary>
      <div className="note-body" id={`claim-${number}`}>
        <ClaimCheck page={page} claim={claim} said={said} level={level === 3 ? 4 : 5} />
        <p className="note-links">
          <HearClaim page={page} claim={claim} />
          <a href={claimPath(page.interview.slug, number)}>This claim's own page</a>
          {claim.place ? <a href={`#said-${number}`}>Back to the words</a> : null}
          <ReportLink slug={page.interview.slug} claim={number} />
        </p>
      </div>
    </details>
  )
}
