import 'server-only'
import { db, Prisma } from '@/platform/db'
import { type Card, cardSchema } from '@/publishing/card'
import type { ReviewedPage } from '@/publishing/claim-review-feed'
import { type Cursor, type ListPage, listPage } from '@/publishing/cursor'
import type { FeedPage } from '@/publishing/feeds/entries'
import { saidAgain } from '@/publishing/queries'
import {
  pageSnapshotSchema,
  publicChangeSchema,
  type SnapshotChange,
  type SnapshotClaim,
  snapshotClaimSchema,
} from '@/publishing/snapshot-schema'

/**
 * What feeds and sitemaps ask. They read what is made of each interview's newest publication and nothing else, newest first, by
 * index, a page at a time.
 */

type Asked = { cursor: Cursor | null; limit: number }
type PageRow = { slug: string; title: string; language: string; firstPublishedAt: Date }

const pageOf = ({ slug, title, language, firstPublishedAt }: PageRow): FeedPage => ({
  slug,
  title,
  language,
  firstPublishedAt: firstPublishedAt.toISOString(),
})

/** What comes after the cursor among rows in that order: a moment, an interview, a number. Of the columns that have the index. */
function after(cursor: Cursor | null, order: Prisma.Sql): Prisma.Sql {
  if (!cursor) return Prisma.sql`TRUE`
  const { at, interviewId, number } = cursor.key
  return Prisma.sql`${order} < (${at}::timestamptz, ${interviewId}::uuid, ${number}::int)`
}

export type FeedInterview = { card: Card; language: string }

/** Interviews by their first publication. */
export async function feedInterviews({ cursor, limit }: Asked): Promise<ListPage<FeedInterview>> {
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => db().$queryRaw<{ interviewId: string; at: Date; card: unknown; language: string }[]>`
      SELECT p."interviewId", p."firstPublishedAt" AS "at", p."card", p."language" FROM "PublishedPage" AS p
      WHERE ${after(from, Prisma.sql`(p."firstPublishedAt", p."interviewId", 0)`)}
      ORDER BY p."firstPublishedAt" DESC, p."interviewId" DESC LIMIT ${most}`,
    ({ at, interviewId }) => ({ at, interviewId, number: 0 }),
  )
  return {
    ...ways,
    rows: rows.map(({ card, language }) => ({ card: cardSchema.parse(card), language })),
  }
}

export type FeedClaim = {
  page: FeedPage
  happenedOn: string | null
  claim: SnapshotClaim
  /** When readers were last told of a change to it; null where nothing was changed. */
  changedAt: string | null
}
export type FeedClaims = { personSlug?: string; topic?: string }
type ClaimRow = PageRow & {
  interviewId: string
  number: number
  at: Date
  happenedOn: Date | null
  claim: unknown
  changedAt: Date | null
}

/** Claims by when readers could first see them: of everybody, or of one person or topic. */
export async function feedClaims(
  { personSlug, topic }: FeedClaims,
  { cursor, limit }: Asked,
): Promise<ListPage<FeedClaim>> {
  const whose = personSlug ? Prisma.sql`c."personSlug" = ${personSlug}` : Prisma.sql`TRUE`
  const about = topic ? Prisma.sql`c."topics" @> ARRAY[${topic}]::text[]` : Prisma.sql`TRUE`
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => db().$queryRaw<ClaimRow[]>`
      SELECT p."interviewId", c."number", c."shownAt" AS "at", p."slug", p."title", p."language", p."firstPublishedAt", p."happenedOn",
        c."claim", (SELECT max(h."at") FROM "PublishedChange" AS h
          WHERE h."interviewId" = c."interviewId" AND (h."change"->>'claimNumber')::int = c."number") AS "changedAt"
      FROM "PublishedClaim" AS c JOIN "PublishedPage" AS p ON p."interviewId" = c."interviewId"
      WHERE ${whose} AND ${about} AND ${after(from, Prisma.sql`(c."shownAt", c."interviewId", c."number")`)}
      ORDER BY c."shownAt" DESC, c."interviewId" DESC, c."number" DESC LIMIT ${most}`,
    ({ at, interviewId, number }) => ({ at, interviewId, number }),
  )
  return { ...ways, rows: rows.map(claimOf) }
}

const claimOf = (row: ClaimRow): FeedClaim => ({
  page: pageOf(row),
  happenedOn: row.happenedOn?.toISOString().slice(0, 10) ?? null,
  claim: snapshotClaimSchema.parse(row.claim),
  changedAt: row.changedAt?.toISOString() ?? null,
})

export type FeedChange = { page: FeedPage; position: number; change: SnapshotChange }
type ChangeRow = PageRow & { interviewId: string; position: number; at: Date; change: unknown }

/** Corrections and clarifications, the newest first: what readers were told that we had got wrong or said badly. */
export async function feedChanges({ cursor, limit }: Asked): Promise<ListPage<FeedChange>> {
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => db().$queryRaw<ChangeRow[]>`
      SELECT p."interviewId", h."position", h."at", p."slug", p."title", p."language", p."firstPublishedAt", h."change"
      FROM "PublishedChange" AS h JOIN "PublishedPage" AS p ON p."interviewId" = h."interviewId"
      WHERE h."kind" <> 'update' AND ${after(from, Prisma.sql`(h."at", h."interviewId", h."position")`)}
      ORDER BY h."at" DESC, h."interviewId" DESC, h."position" DESC LIMIT ${most}`,
    ({ at, interviewId, position }) => ({ at, interviewId, number: position }),
  )
  return {
    ...ways,
    rows: rows.map((row) => ({
      page: pageOf(row),
      position: row.position,
      change: publicChangeSchema.parse(row.change),
    })),
  }
}

/** What the newest page that names a person calls them; null where no published page does. */
export async function feedPersonName(slug: string): Promise<string | null> {
  const named = await db().publishedPerson.findFirst({
    where: { slug },
    orderBy: { at: 'desc' },
    select: { name: true },
  })
  return named?.name ?? null
}

/** The same of a topic. */
export async function feedTopicName(slug: string): Promise<string | null> {
  const named = await db().publishedTopic.findFirst({
    where: { slug },
    orderBy: { at: 'desc' },
    select: { name: true },
  })
  return named?.name ?? null
}

const reviewedSchema = pageSnapshotSchema.pick({
  site: true,
  interview: true,
  changes: true,
  claims: true,
  firstPublishedAt: true,
  publishedAt: true,
})

/** Whole pages, without their transcripts, for the feed of all checks. */
export async function reviewedPages({ cursor, limit }: Asked): Promise<ListPage<ReviewedPage>> {
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => db().$queryRaw<{ interviewId: string; at: Date; id: string; page: unknown }[]>`
      SELECT p."interviewId", p."firstPublishedAt" AS "at", p."publicationId" AS "id", jsonb_build_object(
        'site', s."snapshot"->'site', 'interview', s."snapshot"->'interview', 'changes', s."snapshot"->'changes',
        'claims', s."snapshot"->'claims', 'firstPublishedAt', s."snapshot"->'firstPublishedAt',
        'publishedAt', s."snapshot"->'publishedAt') AS "page"
      FROM "PublishedPage" AS p JOIN "Publication" AS s ON s."id" = p."publicationId"
      WHERE ${after(from, Prisma.sql`(p."firstPublishedAt", p."interviewId", 0)`)}
      ORDER BY p."firstPublishedAt" DESC, p."interviewId" DESC LIMIT ${most}`,
    ({ at, interviewId }) => ({ at, interviewId, number: 0 }),
  )
  const pages: ReviewedPage[] = []
  for (const { id, page } of rows) pages.push({ ...reviewedSchema.parse(page), said: await saidAgain(id) })
  return { ...ways, rows: pages }
}
