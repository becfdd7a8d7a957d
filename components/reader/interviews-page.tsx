import { EmptyFront } from '@/components/reader/empty-front'
import { ListWays } from '@/components/reader/list-ways'
import { type FrontCard, Story } from '@/components/reader/story'

/** All published interviews, newest first. `newer` and `older` are addresses. */
export function InterviewsPage({
  siteName,
  timeZone,
  cards,
  newer,
  older,
}: {
  siteName: string
  timeZone: string
  cards: readonly FrontCard[]
  newer: string | null
  older: string | null
}) {
  if (cards.length === 0) return <EmptyFront siteName={siteName} />
  return (
    <div className="interviews">
      <h1 className="page-title">Interviews</h1>
      <div className="stories">
        {cards.map((card) => (
          <Story key={card.slug} card={card} timeZone={timeZone} />
        ))}
      </div>
      <ListWays newer={newer} older={older} what="interviews" />
    </div>
  )
}
