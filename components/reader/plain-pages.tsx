import type { ReactNode } from 'react'
import { CHANGE_LABELS } from '@/components/reader/change-list'
import { ChangeWords } from '@/components/reader/change-words'
import { ClaimCards, type ListedClaim } from '@/components/reader/claim-cards'
import { Html } from '@/components/reader/html'
import { claimPath, pagePath } from '@/publishing/addresses'
import { longMomentIn } from '@/publishing/days'
import type { SnapshotChange, TakedownSnapshot } from '@/publishing/snapshot-schema'

/** A page of one column under a headline. */
export function PlainPage({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <article className="plain">
      <header>
        <h1>{title}</h1>
        {lead ? <p className="standfirst">{lead}</p> : null}
      </header>
      {children}
    </article>
  )
}

/** Claims across interviews: all of them, of one person, or on one topic. */
export function ClaimsPage({
  title,
  lead,
  caution,
  claims,
}: {
  title: string
  lead: string
  caution?: string
  claims: readonly ListedClaim[]
}) {
  return (
    <PlainPage title={title} lead={lead}>
      {caution ? <p className="caution">{caution}</p> : null}
      {claims.length > 0 ? (
        <ClaimCards claims={claims} />
      ) : (
        <p className="empty">Nothing has been published here yet.</p>
      )}
    </PlainPage>
  )
}

/** A change on the list of all interviews' changes. */
export type ListedChange = { slug: string; title: string; change: SnapshotChange }

/** The policy, and every public change with the page it stands on. */
export function CorrectionsPage({
  policyHtml,
  changes,
  timeZone,
}: {
  policyHtml: string
  changes: readonly ListedChange[]
  timeZone: string
}) {
  return (
    <PlainPage title="Corrections">
      <Html className="prose" html={policyHtml} />
      {changes.length === 0 ? <p className="empty">No published page has been changed yet.</p> : null}
      <ol className="changes">
        {changes.map(({ slug, title, change }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
          <li key={index} className={`change change-${change.kind}`}>
            <p className="change-kind">
              {CHANGE_LABELS[change.kind]}{' '}
              <time dateTime={change.at}>{longMomentIn(timeZone, change.at)}</time>
            </p>
            <h2>
              <a href={change.claimNumber === null ? pagePath(slug) : claimPath(slug, change.claimNumber)}>
                {title}
                {change.claimNumber === null ? '' : `, claim ${change.claimNumber}`}
              </a>
            </h2>
            <ChangeWords change={change} />
          </li>
        ))}
      </ol>
    </PlainPage>
  )
}

/** How the newsroom checks, from its settings. */
export function MethodologyPage({ html }: { html: string }) {
  return (
    <PlainPage title="How we check">
      <Html className="prose" html={html} />
    </PlainPage>
  )
}

/** What stands at the address of a page that was taken down, and of each of its claims. */
export function TakedownPage({ takedown }: { takedown: TakedownSnapshot }) {
  const { timeZone } = takedown.site
  return (
    <PlainPage title="This page was taken down">
      <p className="prose">{takedown.notice}</p>
      <p className="section-note">
        Taken down <time dateTime={takedown.takenDownAt}>{longMomentIn(timeZone, takedown.takenDownAt)}</time>
        .
      </p>
    </PlainPage>
  )
}

/** There is nothing at this address, or nothing yet: the page does not say which. */
export function NotFoundPage() {
  return (
    <PlainPage title="There is no page here" lead="The address may be mistyped, or the page may have moved.">
      <p>
        <a href="/">See the interviews we have checked</a> or <a href="/claims">browse the claims</a>.
      </p>
    </PlainPage>
  )
}
