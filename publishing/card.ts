import { z } from 'zod'
import { type PageSnapshot, pageSnapshotSchema } from '@/publishing/snapshot-schema'
import { summaryOf } from '@/publishing/summary'

/** What lists show of a publication. Stored beside the snapshot, made from it alone. */
export const cardSchema = z.object({
  slug: z.string(),
  title: z.string(),
  standfirst: z.string(),
  dateline: z.string(),
  happenedOn: z.iso.date().nullable(),
  firstPublishedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  number: z.number().int(),
  picture: pageSnapshotSchema.shape.interview.shape.picture,
  claimCount: z.number().int(),
  challengedCount: z.number().int(),
  partlyChallengedCount: z.number().int().default(0),
  verdictCounts: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      icon: z.string(),
      colour: z.string(),
      count: z.number().int(),
    }),
  ),
})
export type Card = z.infer<typeof cardSchema>
export type PublishedCard = Card & { id: string }

/** The card of a page. */
export function cardOf(page: PageSnapshot): Card {
  const { slug, title, standfirst, dateline, happenedOn, picture } = page.interview
  return {
    slug,
    title,
    standfirst,
    dateline,
    happenedOn,
    firstPublishedAt: page.firstPublishedAt,
    publishedAt: page.publishedAt,
    number: page.number,
    picture,
    ...summaryOf(page.claims),
  }
}
