import { VerdictCounts } from '@/components/reader/summary-strip'
import { pagePath, picturePath } from '@/publishing/addresses'
import { longDayIn } from '@/publishing/days'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { challengedOnAir, claimsChecked, type VerdictCount } from '@/publishing/summary'

/** A published interview as lists show it. */
export type FrontCard = {
  slug: string
  title: string
  standfirst: string
  dateline: string
  firstPublishedAt: string
  picture: PageSnapshot['interview']['picture']
  claimCount: number
  verdictCounts: VerdictCount[]
  challengedCount: number
  partlyChallengedCount: number
}

/** An interview on the front page or in the list of all. */
export function Story({
  card,
  timeZone,
  lead = false,
  level = 2,
}: {
  card: FrontCard
  timeZone: string
  lead?: boolean
  /** Of the heading. */
  level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className={lead ? 'story story-lead' : 'story'}>
      {card.picture ? (
        // biome-ignore lint/performance/noImgElement: public pages are plain markup
        <img
          src={picturePath(card.slug, card.picture.fileHash)}
          width={card.picture.width}
          height={card.picture.height}
          alt={card.picture.alt}
          loading={lead ? undefined : 'lazy'}
        />
      ) : null}
      <div className="story-text">
        <p className="kicker">
          {card.dateline ? `${card.dateline} · ` : null}
          <time dateTime={card.firstPublishedAt}>{longDayIn(timeZone, card.firstPublishedAt)}</time>
        </p>
        <Heading className="story-title" dir="auto">
          <a href={pagePath(card.slug)}>{card.title}</a>
        </Heading>
        {card.standfirst ? (
          <p className="standfirst" dir="auto">
            {card.standfirst}
          </p>
        ) : null}
        <p className="story-count">
          {claimsChecked(card.claimCount)}
          {challengedOnAir(card) ? ` · ${challengedOnAir(card)}` : ''}
        </p>
        <VerdictCounts counts={card.verdictCounts} />
      </div>
    </article>
  )
}
