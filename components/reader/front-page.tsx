import { VerdictCounts } from '@/components/reader/summary-strip'
import { pagePath, picturePath } from '@/publishing/addresses'
import { longDayIn } from '@/publishing/days'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { challengedOnAir, claimsChecked, type VerdictCount } from '@/publishing/summary'

/** A published interview as the front page shows it. */
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

type FrontProps = { siteName: string; timeZone: string; cards: readonly FrontCard[]; older: string | null }

/** Published interviews, the newest large. `older` is the address of the next page of them. */
export function FrontPage({ siteName, timeZone, cards, older }: FrontProps) {
  const [lead, ...others] = cards
  if (!lead) return <EmptyFront siteName={siteName} />
  return (
    <div className="front">
      <h1 className="hush">{siteName}: interviews, checked</h1>
      <Story card={lead} timeZone={timeZone} lead />
      {others.length > 0 ? (
        <div className="front-others">
          {others.map((card) => (
            <Story key={card.slug} card={card} timeZone={timeZone} />
          ))}
        </div>
      ) : null}
      {older ? (
        <p className="front-older">
          <a href={older}>Older interviews</a>
        </p>
      ) : null}
    </div>
  )
}

function Story({ card, timeZone, lead = false }: { card: FrontCard; timeZone: string; lead?: boolean }) {
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
        <h2 dir="auto">
          <a href={pagePath(card.slug)}>{card.title}</a>
        </h2>
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

function EmptyFront({ siteName }: { siteName: string }) {
  return (
    <article className="plain empty-front">
      <header>
        <h1>The first check is not out yet</h1>
        <p className="standfirst">
          {siteName} takes what was said in interviews and shows, claim by claim, what holds up and what
          nobody substantiated. When the first interview is published it will stand here.
        </p>
      </header>
      <p>
        <a href="/methodology">How we check</a>
      </p>
    </article>
  )
}
