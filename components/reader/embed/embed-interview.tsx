import { VerdictBadge } from '@/components/claims/verdict-badge'
import { EmbedFoot } from '@/components/reader/embed/embed-claim'
import { claimPath, pagePath } from '@/publishing/addresses'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { challengedOnAir, claimsChecked, summaryOf } from '@/publishing/summary'

/** Claims that a frame shows; the others are on the page. */
const SHOWN = 6

/** An interview in a frame: what it was, what its claims come to, and the first of them. */
export function EmbedInterview({ page, origin }: { page: PageSnapshot; origin: string }) {
  const { interview, site } = page
  const summary = summaryOf(page.claims)
  return (
    <article className="embed-card">
      <h1 dir="auto">{interview.title}</h1>
      {interview.standfirst ? <p dir="auto">{interview.standfirst}</p> : null}
      <p className="embed-by">
        {[claimsChecked(summary.claimCount), challengedOnAir(summary)].filter(Boolean).join(' · ')}
      </p>
      <ol className="embed-claims">
        {page.claims.slice(0, SHOWN).map((claim) => (
          <li key={claim.number}>
            <VerdictBadge verdict={claim.verdict} />
            <a href={`${origin}${claimPath(interview.slug, claim.number)}`} rel="noopener" dir="auto">
              {claim.claimReviewed}
            </a>
          </li>
        ))}
      </ol>
      <EmbedFoot
        siteName={site.name}
        origin={origin}
        path={pagePath(interview.slug)}
        label={
          page.claims.length > SHOWN
            ? `All ${page.claims.length} claims, in the transcript`
            : 'Read the interview, with every claim in the transcript'
        }
      />
    </article>
  )
}
