import 'server-only'
import { challengeSchema } from '@/claims/words-of-the-trade'
import { db, Prisma } from '@/platform/db'
import { type Cursor, type ListPage, listPage } from '@/publishing/cursor'
import type { ListFilter } from '@/publishing/list-filter'
import { type SnapshotClaim, snapshotClaimSchema } from '@/publishing/snapshot-schema'

/** Claims of all interviews, as their newest publications show them. Decision record 0036. */

export type PublishedClaim = {
  slug: string
  title: string
  /** Of the interview's words, BCP 47. */
  language: string
  direction: string
  /** When the page was last published, ISO 8601. */
  publishedAt: string
  claim: SnapshotClaim
}

export type ClaimRow = {
  interviewId: string
  number: number
  checkedAt: Date
  slug: string
  title: string
  language: string
  direction: string
  publishedAt: Date
  claim: unknown
}

/** SQL of a filter, to stand after WHERE, on a claim called `c`. */
export function filterSql({ verdict, person, topic, challenged }: ListFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`]
  if (verdict) parts.push(Prisma.sql`c."verdictKey" = ${verdict}`)
  if (person) parts.push(Prisma.sql`c."personSlug" = ${person}`)
  if (topic) parts.push(Prisma.sql`c."topics" @> ARRAY[${topic}]::text[]`)
  if (challenged) parts.push(Prisma.sql`c."challenge" = ${challenged}`)
  return Prisma.join(parts, ' AND ')
}

/** A page of claims, newest check first. */
export async function publishedClaimsPage(
  filter: ListFilter,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<ListPage<PublishedClaim>> {
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => db().$queryRaw<ClaimRow[]>(pageStatement(filter, from, most)),
    (row) => ({ at: row.checkedAt, interviewId: row.interviewId, number: row.number }),
  )
  return { ...ways, rows: rows.map(claimView) }
}

export function claimView({
  slug,
  title,
  language,
  direction,
  publishedAt,
  claim,
}: Omit<ClaimRow, 'checkedAt'>): PublishedClaim {
  return {
    slug,
    title,
    language,
    direction,
    publishedAt: publishedAt.toISOString(),
    claim: snapshotClaimSchema.parse(claim),
  }
}

/** What pages of claims are read with; `npm run bench -- search` sends the same without us. */
function pageStatement(filter: ListFilter, cursor: Cursor | null, most: number): Prisma.Sql {
  const way = cursor?.way === 'newer' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return Prisma.sql`
    SELECT found.*, p."slug", p."title", p."language", p."direction", p."publishedAt" FROM (
      SELECT c."interviewId", c."number", c."checkedAt", c."claim" FROM "PublishedClaim" AS c
      WHERE ${filterSql(filter)} AND ${beyond(cursor)}
      ORDER BY c."checkedAt" ${way}, c."interviewId" ${way}, c."number" ${way} LIMIT ${most}
    ) AS found JOIN "PublishedPage" AS p ON p."interviewId" = found."interviewId"
    ORDER BY found."checkedAt" ${way}, found."interviewId" ${way}, found."number" ${way}`
}

function beyond(cursor: Cursor | null): Prisma.Sql {
  if (!cursor) return Prisma.sql`TRUE`
  const { at, interviewId, number } = cursor.key
  const sign = cursor.way === 'newer' ? Prisma.sql`>` : Prisma.sql`<`
  return Prisma.sql`(c."checkedAt", c."interviewId", c."number") ${sign} (${at}::timestamptz, ${interviewId}::uuid, ${number}::int)`
}

/** A verdict as readers know it, and how many claims of a list have it. */
export type VerdictCount = {
  key: string
  label: string
  definition: string
  icon: string
  colour: string
  count: number
}
export type ChallengeCount = { kind: SnapshotClaim['challenge']['kind']; count: number }

/** How many claims there are by verdict and by challenge, each within what else the filter narrows to; most frequent first. */
export async function publishedClaimCounts(
  filter: ListFilter,
): Promise<{ verdicts: VerdictCount[]; challenges: ChallengeCount[] }> {
  const [verdicts, challenges] = await Promise.all([
    db().$queryRaw<VerdictCount[]>`
      SELECT counted."key", newest.verdict->>'label' AS "label", newest.verdict->>'definition' AS "definition",
        newest.verdict->>'icon' AS "icon", newest.verdict->>'colour' AS "colour", counted."count"
      FROM (SELECT c."verdictKey" AS "key", c."rates", count(*)::int AS "count" FROM "PublishedClaim" AS c
        WHERE ${filterSql({ ...filter, verdict: undefined })} GROUP BY c."verdictKey", c."rates") AS counted
      CROSS JOIN LATERAL (SELECT c."claim"->'verdict' AS verdict FROM "PublishedClaim" AS c
        WHERE c."verdictKey" = counted."key" ORDER BY c."checkedAt" DESC LIMIT 1) AS newest
      ORDER BY counted."rates" DESC, counted."count" DESC, counted."key"`,
    db().$queryRaw<{ kind: string; count: number }[]>`
      SELECT c."challenge" AS "kind", count(*)::int AS "count" FROM "PublishedClaim" AS c
      WHERE ${filterSql({ ...filter, challenged: undefined })} GROUP BY c."challenge"`,
  ])
  return {
    verdicts,
    challenges: challenges.map(({ kind, count }) => ({ kind: challengeSchema.parse(kind), count })),
  }
}
