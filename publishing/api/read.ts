import 'server-only'
import { db, Prisma } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import type { ClaimsQuery } from '@/publishing/api/inputs'
import { cursorOf, keyIn } from '@/publishing/api/list-page'
import type { ClaimPlace } from '@/publishing/api/present'
import { type Card, cardSchema } from '@/publishing/card'
import { currentPublication } from '@/publishing/queries'
import {
  type PageSnapshot,
  publicChangeSchema,
  type SnapshotChange,
  type SnapshotClaim,
  snapshotClaimSchema,
} from '@/publishing/snapshot-schema'

/**
 * What the public API asks: publications and the lists made of them alone, by their indexes, as everything that readers see. Each
 * list goes on after a place; ask for one item more than a page holds to know whether it does.
 */

/** What stands at an address: the page, or the notice of one that was taken down. @throws NotFound */
export async function standingAt(slug: string): Promise<PageSnapshot | { notice: string }> {
  const publication = await currentPublication(slug)
  if (!publication) throw new NotFound('Nothing is published at this address.')
  const { snapshot } = publication
  return snapshot.kind === 'page' ? snapshot : { notice: snapshot.notice }
}

/** Interviews, newest first publication first. */
export async function cardsAfter(
  cursor: string | undefined,
  limit: number,
): Promise<{ card: Card; cursor: string }[]> {
  const from = keyIn(cursor)
  const after = from
    ? Prisma.sql`WHERE ("firstPublishedAt", "interviewId") < (${from.at}::timestamptz, ${from.interviewId}::uuid)`
    : Prisma.empty
  const rows = await db().$queryRaw<{ card: unknown; at: Date; id: string }[]>`
    SELECT "card", "firstPublishedAt" AS at, "interviewId" AS id FROM "PublishedPage" ${after}
    ORDER BY "firstPublishedAt" DESC, "interviewId" DESC LIMIT ${limit}`
  return rows.map(({ card, at, id }) => ({ card: cardSchema.parse(card), cursor: cursorOf(at, id, 0) }))
}

export type PlacedClaim = ClaimPlace & { claim: SnapshotClaim; cursor: string }
type Filter = Pick<ClaimsQuery, 'verdict' | 'person' | 'topic' | 'challenged' | 'updatedSince'>

/** Claims, newest check first. */
export async function claimsAfter(
  { verdict, person, topic, challenged, updatedSince }: Filter,
  cursor: string | undefined,
  limit: number,
): Promise<PlacedClaim[]> {
  const from = keyIn(cursor)
  const conditions = [
    Prisma.sql`TRUE`,
    ...(verdict ? [Prisma.sql`c."verdictKey" = ${verdict}`] : []),
    ...(person ? [Prisma.sql`c."personSlug" = ${person}`] : []),
    ...(topic ? [Prisma.sql`c."topics" @> ARRAY[${topic}]`] : []),
    ...(challenged ? [Prisma.sql`c."challenge" = ${challenged}`] : []),
    ...(updatedSince ? [Prisma.sql`p."publishedAt" >= ${updatedSince}::timestamptz`] : []),
    ...(from
      ? [
          Prisma.sql`(c."checkedAt", c."interviewId", c."number") < (${from.at}::timestamptz, ${from.interviewId}::uuid, ${from.number}::int)`,
        ]
      : []),
  ]
  type Row = { slug: string; title: string; publishedAt: Date; claim: unknown; at: Date; id: string }
  const rows = await db().$queryRaw<(Row & { number: number })[]>`
    SELECT p."slug", p."title", p."publishedAt", c."claim", c."checkedAt" AS at, c."interviewId" AS id, c."number"
    FROM "PublishedClaim" AS c JOIN "PublishedPage" AS p USING ("interviewId")
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY c."checkedAt" DESC, c."interviewId" DESC, c."number" DESC LIMIT ${limit}`
  return rows.map(({ slug, title, publishedAt, claim, at, id, number }) => ({
    slug,
    title,
    publishedAt: publishedAt.toISOString(),
    claim: snapshotClaimSchema.parse(claim),
    cursor: cursorOf(at, id, number),
  }))
}

export type PlacedChange = { slug: string; title: string; change: SnapshotChange; cursor: string }

/** Changes of standing pages, newest first. */
export async function changesAfter(cursor: string | undefined, limit: number): Promise<PlacedChange[]> {
  const from = keyIn(cursor)
  const after = from
    ? Prisma.sql`WHERE (c."at", c."interviewId", c."position") < (${from.at}::timestamptz, ${from.interviewId}::uuid, ${from.number}::int)`
    : Prisma.empty
  type Row = { slug: string; title: string; change: unknown; at: Date; id: string; position: number }
  const rows = await db().$queryRaw<Row[]>`
    SELECT p."slug", p."title", c."change", c."at", c."interviewId" AS id, c."position"
    FROM "PublishedChange" AS c JOIN "PublishedPage" AS p USING ("interviewId") ${after}
    ORDER BY c."at" DESC, c."interviewId" DESC, c."position" DESC LIMIT ${limit}`
  return rows.map(({ slug, title, change, at, id, position }) => ({
    slug,
    title,
    change: publicChangeSchema.parse(change),
    cursor: cursorOf(at, id, position),
  }))
}
