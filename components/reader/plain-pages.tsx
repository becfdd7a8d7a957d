import type { ReactNode } from 'react'
import { longMomentIn } from '@/publishing/days'
import type { TakedownSnapshot } from '@/publishing/snapshot-schema'

/** A page of one column under a headline. */
export function PlainPage({
  title,
  lead,
  kicker,
  children,
}: {
  title: string
  lead?: string
  /** The list that the page belongs to. */
  kicker?: ReactNode
  children?: ReactNode
}) {
  return (
    <article className="plain">
      <header>
        {kicker ? <p className="kicker">{kicker}</p> : null}
        <h1 dir="auto">{title}</h1>
        {lead ? (
          <p className="standfirst" dir="auto">
            {lead}
          </p>
        ) : null}
      </header>
      {children}
    </article>
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
        <a href="/">See the interviews we have checked</a>, <a href="/claims">browse the claims</a>, or{' '}
        <a href="/search">search</a>.
      </p>
    </PlainPage>
  )
}
