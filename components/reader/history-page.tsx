import { ChangeList, claimsOn } from '@/components/reader/change-list'
import { PlainPage } from '@/components/reader/plain-pages'
import { claimPath, pagePath } from '@/publishing/addresses'
import { longMomentIn } from '@/publishing/days'
import type { PageSnapshot, SnapshotChange } from '@/publishing/snapshot-schema'

/** What each kind is, the weightiest first: who read what was wrong is looking for that. */
const KINDS: readonly { kind: SnapshotChange['kind']; one: string; many: string; means: string }[] = [
  {
    kind: 'correction',
    one: 'Correction',
    many: 'Corrections',
    means: 'We had something wrong. It says what, and what is right.',
  },
  {
    kind: 'clarification',
    one: 'Clarification',
    many: 'Clarifications',
    means: 'It was not wrong, but could be misread. It is said better now.',
  },
  { kind: 'update', one: 'Update', many: 'Updates', means: 'Something became known, or was added, since.' },
]

/** The public history of one page: corrections, clarifications and updates told apart, each with its moment and its claim. */
export function HistoryPage({ page }: { page: PageSnapshot }) {
  const { slug, title } = page.interview
  const { timeZone } = page.site
  const kinds = KINDS.map((one) => ({
    ...one,
    changes: page.changes.filter(({ kind }) => kind === one.kind),
  })).filter(({ changes }) => changes.length > 0)
  const silent = page.number - 1 - new Set(page.changes.map(({ publication }) => publication)).size
  return (
    <PlainPage title="Changes to this page">
      <p className="standfirst" dir="auto">
        <a href={pagePath(slug)}>{title}</a>
      </p>
      <p className="history-versions">
        First published{' '}
        <time dateTime={page.firstPublishedAt}>{longMomentIn(timeZone, page.firstPublishedAt)}</time>.{' '}
        {page.number === 1 ? (
          'Nothing has been changed since.'
        ) : (
          <>
            This is version {page.number}, of{' '}
            <time dateTime={page.publishedAt}>{longMomentIn(timeZone, page.publishedAt)}</time>.
            {silent > 0 ? ' Some versions changed nothing that readers need a word about.' : null}
          </>
        )}
      </p>
      {kinds.length > 1 ? (
        <ul className="history-kinds" aria-label="Kinds of change">
          {kinds.map(({ kind, one, many, changes }) => (
            <li key={kind}>
              <a href={`#${kind}s`}>
                {changes.length} {(changes.length === 1 ? one : many).toLowerCase()}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {kinds.length === 0 && page.number > 1 ? (
        <p className="empty">No change has needed a word to readers yet.</p>
      ) : null}
      {kinds.map(({ kind, many, means, changes }) => (
        <section key={kind} id={`${kind}s`} className="history-kind" aria-labelledby={`${kind}s-title`}>
          <h2 id={`${kind}s-title`}>{many}</h2>
          <p className="section-note">{means}</p>
          <ChangeList
            changes={changes}
            timeZone={timeZone}
            claimHref={claimsOn(page, (number) => claimPath(slug, number))}
          />
        </section>
      ))}
      <p className="history-policy">
        <a href="/corrections">All corrections, and how we make them</a>
      </p>
    </PlainPage>
  )
}

/**
 * What stands at the address of a claim that was taken off its page: what readers were told of it. Nothing that it said is
 * repeated but what the correction names.
 */
export function GoneClaimPage({ page, number }: { page: PageSnapshot; number: number }) {
  const { slug, title } = page.interview
  return (
    <PlainPage title={`Claim ${number} was taken off the page`}>
      <p className="standfirst" dir="auto">
        <a href={pagePath(slug)}>{title}</a>
      </p>
      <ChangeList
        changes={page.changes.filter(({ claimNumber }) => claimNumber === number)}
        timeZone={page.site.timeZone}
      />
    </PlainPage>
  )
}
