import { CHALLENGE_LABELS } from '@/claims/words-of-the-trade'
import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { claimPath, pagePath, personPath } from '@/publishing/addresses'
import { longDayIn } from '@/publishing/days'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

/** A claim on a list that spans interviews. */
export type ListedClaim = {
  slug: string
  title: string
  language: string
  claim: Pick<
    SnapshotClaim,
    'number' | 'claimReviewed' | 'quote' | 'verdict' | 'speaker' | 'challenge' | 'checkedAt'
  >
}

type Props = {
  claims: readonly ListedClaim[]
  timeZone: string
  /** Level of each claim's heading. */
  level?: 2 | 3
  /** False where the list is one person's. */
  named?: boolean
}

/** Claims of several interviews: verdict first, then the sentence that was checked, then who said it, where, and when it was checked. */
export function ClaimCards({ claims, timeZone, level = 2, named = true }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol className="claim-cards">
      {claims.map(({ slug, title, claim }) => (
        <li key={`${slug} ${claim.number}`} className={`v-${verdictColour(claim.verdict.colour)}`}>
          <p className="claim-card-verdict">
            <VerdictBadge verdict={claim.verdict} />
            {claim.verdict.rates && claim.challenge.kind !== 'unchallenged' ? (
              <span className="claim-card-challenge">{CHALLENGE_LABELS[claim.challenge.kind]}</span>
            ) : null}
          </p>
          <Heading dir="auto">
            <a href={claimPath(slug, claim.number)}>{claim.claimReviewed}</a>
          </Heading>
          <p className="claim-card-from">
            {named ? (
              <>
                <Speaker speaker={claim.speaker} />
                {' · '}
              </>
            ) : null}
            <a href={pagePath(slug)} dir="auto">
              {title}
            </a>
            {' · '}
            <time dateTime={claim.checkedAt}>{longDayIn(timeZone, claim.checkedAt)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}

function Speaker({ speaker }: { speaker: SnapshotClaim['speaker'] }) {
  return speaker.personSlug ? <a href={personPath(speaker.personSlug)}>{speaker.name}</a> : speaker.name
}
