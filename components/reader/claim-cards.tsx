import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { claimPath, pagePath } from '@/publishing/addresses'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

/** A claim on a list that spans interviews. */
export type ListedClaim = { slug: string; title: string; claim: SnapshotClaim }

/** Claims of several interviews: verdict first, then the sentence that was checked, then who said it and where. */
export function ClaimCards({ claims }: { claims: readonly ListedClaim[] }) {
  return (
    <ol className="claim-cards">
      {claims.map(({ slug, title, claim }) => (
        <li key={`${slug} ${claim.number}`} className={`v-${verdictColour(claim.verdict.colour)}`}>
          <VerdictBadge verdict={claim.verdict} />
          <h2>
            <a href={claimPath(slug, claim.number)}>{claim.claimReviewed}</a>
          </h2>
          <p>
            {claim.speaker.name}
            {' · '}
            <a href={pagePath(slug)}>{title}</a>
          </p>
        </li>
      ))}
    </ol>
  )
}
