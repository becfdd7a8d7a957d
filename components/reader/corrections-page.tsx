import { CHANGE_LABELS } from '@/components/reader/change-list'
import { ChangeWords } from '@/components/reader/change-words'
import { counted } from '@/components/reader/claim-list'
import { FacetLinks } from '@/components/reader/facet-links'
import { Html } from '@/components/reader/html'
import { ListWays } from '@/components/reader/list-ways'
import { PlainPage } from '@/components/reader/plain-pages'
import { claimPath, pagePath } from '@/publishing/addresses'
import { longMomentIn } from '@/publishing/days'
import { withQuery } from '@/publishing/list-filter'
import type { SnapshotChange } from '@/publishing/snapshot-schema'

/** A change on the list of all interviews' changes. */
export type ListedChange = { slug: string; title: string; change: SnapshotChange }
type Kind = SnapshotChange['kind']

const KINDS = ['correction', 'clarification', 'update'] as const
const PLURALS: Record<Kind, string> = {
  correction: 'Corrections',
  clarification: 'Clarifications',
  update: 'Updates',
}

export type CorrectionsView = {
  policyHtml: string
  changes: readonly ListedChange[]
  counts: Record<Kind, number>
  /** The one kind that is shown; all where it is absent. */
  kind: Kind | undefined
  newer: string | null
  older: string | null
  timeZone: string
}

/** The policy, and every public change with the page it stands on, corrections told apart from what merely came to be known. */
export function CorrectionsPage({
  policyHtml,
  changes,
  counts,
  kind,
  newer,
  older,
  timeZone,
}: CorrectionsView) {
  const at = (query: { kind?: Kind | undefined; after?: string | null }) => withQuery('/corrections', query)
  const facets = KINDS.filter((one) => counts[one] > 0 || one === kind).map((one) => ({
    key: one,
    label: PLURALS[one],
    count: counted(counts[one]),
    current: one === kind,
    href: at({ kind: one === kind ? undefined : one }),
  }))
  return (
    <PlainPage title="Corrections">
      <Html className="prose" html={policyHtml} />
      <div className="narrow">
        <FacetLinks label="By kind" facets={facets} />
      </div>
      {changes.length === 0 ? <p className="empty">No published page has been changed yet.</p> : null}
      <ol className="changes">
        {changes.map(({ slug, title, change }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
          <li key={index} className={`change change-${change.kind}`}>
            <p className="change-kind">
              {CHANGE_LABELS[change.kind]}{' '}
              <time dateTime={change.at}>{longMomentIn(timeZone, change.at)}</time>
            </p>
            <h2 dir="auto">
              <a href={change.claimNumber === null ? pagePath(slug) : claimPath(slug, change.claimNumber)}>
                {title}
                {change.claimNumber === null ? '' : `, claim ${change.claimNumber}`}
              </a>
            </h2>
            <ChangeWords change={change} />
          </li>
        ))}
      </ol>
      <ListWays
        newer={newer && at({ kind, after: newer })}
        older={older && at({ kind, after: older })}
        what="changes"
      />
    </PlainPage>
  )
}
