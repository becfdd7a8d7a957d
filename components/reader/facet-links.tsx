import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'

/** One way to narrow a list: its address, how many it leaves, and whether it is on. */
export type Facet = {
  key: string
  label: string
  href: string
  /** As readers see it: "1,000+" where nobody counted on. */
  count: string
  current: boolean
  /** Of a verdict: its drawing and colour. */
  look?: { icon: string; colour: string }
}

/** Links that narrow a list by one thing at a time; the one that is on leads back to all. */
export function FacetLinks({ label, facets }: { label: string; facets: readonly Facet[] }) {
  if (facets.length === 0) return null
  return (
    <nav className="facets" aria-label={label}>
      <ul>
        {facets.map((facet) => (
          <li key={facet.key} className={facet.look ? `v-${verdictColour(facet.look.colour)}` : undefined}>
            <a href={facet.href} aria-current={facet.current ? 'true' : undefined}>
              {facet.look ? (
                <VerdictBadge verdict={{ label: facet.label, ...facet.look }} />
              ) : (
                <span className="facet-label">{facet.label}</span>
              )}{' '}
              <span className="facet-count">{facet.count}</span>
              {facet.current ? <span className="hush"> (shown; show all again)</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
