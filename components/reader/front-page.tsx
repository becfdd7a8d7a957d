import { ClaimCards, type ListedClaim } from '@/components/reader/claim-cards'
import { EmptyFront } from '@/components/reader/empty-front'
import { LatestChanges } from '@/components/reader/latest-changes'
import { type FrontCard, Story } from '@/components/reader/story'
import type { SnapshotChange } from '@/publishing/snapshot-schema'

type FrontProps = {
  siteName: string
  timeZone: string
  /** Newest first; the first is the lead. */
  cards: readonly FrontCard[]
  claims: readonly ListedClaim[]
  changes: readonly { slug: string; title: string; change: SnapshotChange }[]
  /** True where there are more interviews than stand here. */
  more: boolean
}

/** The newest interview large, the latest checks beside it, further interviews, and what was corrected lately. */
export function FrontPage({ siteName, timeZone, cards, claims, changes, more }: FrontProps) {
  const [lead, ...rest] = cards
  if (!lead) return <EmptyFront siteName={siteName} />
  // A lead without a picture is short beside the checks: the next interviews stand below it.
  const below = lead.picture ? [] : rest.slice(0, 4)
  const others = rest.slice(below.length).slice(0, lead.picture ? 9 : 6)
  return (
    <div className="front">
      <h1 className="hush">{siteName}: interviews, checked</h1>
      <div className="front-top">
        <div className="front-lead">
          <Story card={lead} timeZone={timeZone} lead />
          {below.length > 0 ? (
            <div className="stories">
              {below.map((card) => (
                <Story key={card.slug} card={card} timeZone={timeZone} />
              ))}
            </div>
          ) : null}
        </div>
        {claims.length > 0 ? (
          <section className="front-latest" aria-labelledby="latest">
            <h2 className="section-title" id="latest">
              Latest checks
            </h2>
            <ClaimCards claims={claims} timeZone={timeZone} level={3} />
            <p className="front-more">
              <a href="/claims">All claims</a>
            </p>
          </section>
        ) : null}
      </div>
      {others.length > 0 ? (
        <section className="front-others" aria-labelledby="more-interviews">
          <h2 className="section-title" id="more-interviews">
            More interviews
          </h2>
          <div className="stories">
            {others.map((card) => (
              <Story key={card.slug} card={card} timeZone={timeZone} level={3} />
            ))}
          </div>
          {more ? (
            <p className="front-more">
              <a href="/interviews">All interviews</a>
            </p>
          ) : null}
        </section>
      ) : null}
      <LatestChanges changes={changes} timeZone={timeZone} />
    </div>
  )
}
