import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { shownInWords } from '@/components/reader/claim-filter'
import { ClaimFilters } from '@/components/reader/claim-filters'
import { ClaimIndex, listAddress } from '@/components/reader/claim-index'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { claimsChecked, type Summary, summaryOf } from '@/publishing/summary'

/**
 * What the page's claims come to. Each count leads to its claims: the page's script shows those alone and says so in the address;
 * without it the count leads to the list below, which then shows them by its stylesheet.
 */
export function SummaryStrip({ page }: { page: PageSnapshot }) {
  if (page.claims.length === 0) return null
  const summary = summaryOf(page.claims)
  const verdicts = summary.verdictCounts.map((count) => count.key)
  return (
    <section className="summary" aria-label="Claims at a glance">
      <h2 className="summary-line">
        {claimsChecked(summary.claimCount)}
        {summary.challengedCount + summary.partlyChallengedCount > 0 ? ' ·' : ''}
        <Challenges summary={summary} />
      </h2>
      <ul className="counts">
        {summary.verdictCounts.map((count) => (
          <li key={count.key} className={`v-${verdictColour(count.colour)}`}>
            <a href={listAddress(count.key, verdicts)} data-filter="verdict" data-value={count.key}>
              <span className="count">{count.count}</span> <VerdictBadge verdict={count} />
            </a>
          </li>
        ))}
      </ul>
      <ClaimFilters claims={page.claims} />
      <p className="shown">
        <output className="shown-count">{shownInWords(page.claims.length, page.claims.length)}</output>
        <button type="button" className="show-all" data-filter="all" hidden>
          Show all
        </button>
      </p>
      <ClaimIndex claims={page.claims} verdicts={verdicts} />
    </section>
  )
}

/** " 5 challenged on air, 3 partly", each a filter too. */
function Challenges({ summary }: { summary: Summary }) {
  const { challengedCount: whole, partlyChallengedCount: partly } = summary
  const parts = [
    { kind: 'challenged', count: whole, words: 'challenged on air' },
    { kind: 'partly', count: partly, words: whole > 0 ? 'partly' : 'partly challenged on air' },
  ].filter(({ count }) => count > 0)
  return parts.map(({ kind, count, words }, index) => (
    <span key={kind} className="summary-challenged">
      {index === 0 ? ' ' : ', '}
      <span>
        <a href={`#list-${kind}`} data-filter="challenged" data-value={kind}>
          {count} {words}
        </a>
      </span>
    </span>
  ))
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
