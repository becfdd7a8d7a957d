import { verdictColour } from '@/components/claims/verdict-badge'
import type { Segment } from '@/publishing/segments'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

/**
 * A stretch of transcript with its claims marked. The text nodes joined are the transcript, letter for letter: the claims'
 * numbers are drawn by the stylesheet from `data-n`, so they are neither found, copied nor taken for words.
 * @param seen claims whose first segment has been shown already; filled here, so that `#said-7` stands once.
 * @param href where a claim's mark leads.
 */
export function MarkedText({
  segments,
  claims,
  seen,
  href,
}: {
  segments: readonly Segment[]
  claims: ReadonlyMap<number, SnapshotClaim>
  seen: Set<number>
  href: (claim: number) => string
}) {
  return segments.map((segment, index) => {
    const claim = segment.link === null ? undefined : claims.get(segment.link)
    if (!claim) return segment.text
    const first = segment.claims.find((number) => number === claim.number && !seen.has(number))
    if (first) seen.add(first)
    const others = segment.ends.filter((number) => number !== claim.number)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: segments of an immutable text
      <mark key={index} className={`v-${verdictColour(claim.verdict.colour)}`}>
        <a
          id={first ? `said-${first}` : undefined}
          href={href(claim.number)}
          aria-describedby={`v${claim.number}`}
          data-n={segment.ends.includes(claim.number) ? claim.number : undefined}
        >
          {segment.text}
        </a>
        {others.map((number) => (
          // biome-ignore lint/a11y/useAnchorContent: named by aria-label, numbered by the stylesheet
          <a key={number} href={href(number)} aria-label={`Claim ${number}`} data-n={number} />
        ))}
      </mark>
    )
  })
}
