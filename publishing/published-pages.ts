import 'server-only'
import { db, Prisma } from '@/platform/db'
import { cardSchema, type PublishedCard } from '@/publishing/card'
import { type Cursor, type ListPage, listPage } from '@/publishing/cursor'
import { publicChangeSchema, type SnapshotChange } from '@/publishing/snapshot-schema'

/** Interviews and what was changed in them, as their newest publications show them. Decision record 0036. */

type PageRow = { interviewId: string; id: string; firstPublishedAt: Date; card: unknown }

/** A page of published interviews, newest first publication first; what was taken down is not there. */
export async function publishedInterviews({
  cursor,
  limit,
}: {
  cursor: Cursor | null
  limit: number
}): Promise<ListPage<PublishedCard>> {
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => {
      const [way, sign] = wayOf(from)
      const beyond = from
        ? Prisma.sql`("firstPublishedAt", "interviewId") ${sign} (${from.key.at}::timestamptz, ${from.key.interviewId}::uuid)`
        : Prisma.sql`TRUE`
      return db().$queryRaw<PageRow[]>`
        SELECT "interviewId", "publicationId" AS "id", "firstPublishedAt", "card" FROM "PublishedPage" WHERE ${beyond}
        ORDER BY "firstPublishedAt" ${way}, "interviewId" ${way} LIMIT ${most}`
    },
    (row) => ({ at: row.firstPublishedAt, interviewId: row.interviewId, number: 0 }),
  )
  return { ...ways, rows: rows.map(({ id, card }) => ({ id, ...cardSchema.parse(card) })) }
}

export type PublishedChange = { slug: string; title: string; change: SnapshotChange }
type ChangeRow = {
  interviewId: string
  position: number
  at: Date
  slug: string
  title: string
  change: unknown
}

/** A page of what readers were told of changes, newest first, of one kind or of all. */
export async function publishedChangesPage(
  kind: SnapshotChange['kind'] | undefined,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<ListPage<PublishedChange>> {
  const { rows, ...ways } = await listPage(
    cursor,
    limit,
    (from, most) => {
      const [way, sign] = wayOf(from)
      const beyond = from
        ? Prisma.sql`(c."at", c."interviewId", c."position") ${sign} (${from.key.at}::timestamptz, ${from.key.interviewId}::uuid, ${from.key.number}::int)`
        : Prisma.sql`TRUE`
      return db().$queryRaw<ChangeRow[]>`
        SELECT c."interviewId", c."position", c."at", c."change", p."slug", p."title"
        FROM "PublishedChange" AS c JOIN "PublishedPage" AS p ON p."interviewId" = c."interviewId"
        WHERE ${beyond} AND ${kind ? Prisma.sql`c."kind" = ${kind}` : Prisma.sql`TRUE`}
        ORDER BY c."at" ${way}, c."interviewId" ${way}, c."position" ${way} LIMIT ${most}`
    },
    (row) => ({ at: row.at, interviewId: row.interviewId, number: row.position }),
  )
  return {
    ...ways,
    rows: rows.map(({ slug, title, change }) => ({ slug, title, change: publicChangeSchema.parse(change) })),
  }
}

/** How many public changes of each kind there are. */
export async function publishedChangeCounts(): Promise<Record<SnapshotChange['kind'], number>> {
  const rows = await db().$queryRaw<{ kind: string; count: number }[]>`
    SELECT "kind", count(*)::int AS "count" FROM "PublishedChange" GROUP BY "kind"`
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return { update: of('update'), clarification: of('clarification'), correction: of('correction') }
}

function wayOf(cursor: Cursor | null): [way: Prisma.Sql, sign: Prisma.Sql] {
  return cursor?.way === 'newer' ? [Prisma.sql`ASC`, Prisma.sql`>`] : [Prisma.sql`DESC`, Prisma.sql`<`]
}
