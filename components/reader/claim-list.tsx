import type { ReactNode } from 'react'
import { CHALLENGE_LABELS, challengeSchema } from '@/claims/words-of-the-trade'
import { ClaimCards, type ListedClaim } from '@/components/reader/claim-cards'
import { type Facet, FacetLinks } from '@/components/reader/facet-links'
import { ListWays } from '@/components/reader/list-ways'
import { type ListFilter, narrows, withQuery } from '@/publishing/list-filter'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

export type ClaimCounts = {
  verdicts: readonly {
    key: string
    label: string
    definition: string
    icon: string
    colour: string
    count: number
  }[]
  challenges: readonly { kind: SnapshotClaim['challenge']['kind']; count: number }[]
}

export type ClaimListView = {
  /** Address of the list without its filter. */
  path: string
  /** What the reader narrowed it to, beyond what the path says. */
  filter: ListFilter
  claims: readonly ListedClaim[]
  newer: string | null
  older: string | null
  counts: ClaimCounts
  timeZone: string
}

/** A count as readers read it. */
export const counted = (count: number) => count.toLocaleString('en-GB')

/** Claims with what narrows them; cursors and filters are links, so all of it works without scripts. */
export function ClaimList({
  list,
  named,
  children,
}: {
  list: ClaimListView
  named?: boolean
  /** Further ways to narrow. */
  children?: ReactNode
}) {
  const { path, filter, claims, counts } = list
  const at = (change: Partial<ListFilter> & { after?: string | null }) =>
    withQuery(path, { ...filter, ...change })
  const clear = narrows(filter) ? path : null
  const facets = challengeFacets(counts, filter, at)
  return (
    <>
      <div className="narrow">
        <FacetLinks label="By verdict" facets={verdictFacets(counts, filter, at)} />
        {facets.length > 0 || children ? (
          <details className="search-more" open={Boolean(filter.person || filter.topic || filter.challenged)}>
            <summary>Narrow further</summary>
            <FacetLinks label="By challenge on air" facets={facets} />
            {children}
          </details>
        ) : null}
      </div>
      {claims.length > 0 ? (
        <ClaimCards claims={claims} timeZone={list.timeZone} named={named ?? true} />
      ) : (
        <p className="empty">
          {clear ? (
            <>
              No published claim is all of this. <a href={clear}>Show all claims here</a>.
            </>
          ) : (
            'Nothing has been published here yet.'
          )}
        </p>
      )}
      <ListWays
        newer={list.newer && at({ after: list.newer })}
        older={list.older && at({ after: list.older })}
        what="claims"
      />
    </>
  )
}

type At = (change: Partial<ListFilter>) => string

function verdictFacets({ verdicts }: ClaimCounts, filter: ListFilter, at: At): Facet[] {
  return verdicts.map(({ key, label, icon, colour, count }) => ({
    key,
    label,
    look: { icon, colour },
    count: counted(count),
    current: filter.verdict === key,
    href: at({ verdict: filter.verdict === key ? undefined : key }),
  }))
}

/** Nothing where all went unchallenged: a row of one choice narrows nothing. */
function challengeFacets({ challenges }: ClaimCounts, filter: ListFilter, at: At): Facet[] {
  if (challenges.length < 2 && !filter.challenged) return []
  return challengeSchema.options.flatMap((kind) => {
    const count = challenges.find((one) => one.kind === kind)?.count ?? 0
    if (count === 0 && filter.challenged !== kind) return []
    const current = filter.challenged === kind
    return [
      {
        key: kind,
        label: CHALLENGE_LABELS[kind],
        count: counted(count),
        current,
        href: at({ challenged: current ? undefined : kind }),
      },
    ]
  })
}
