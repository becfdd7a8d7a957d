import 'server-only'
import { db } from '@/platform/db'
import { claimPath, pagePath, personPath, topicPath } from '@/publishing/addresses'
import {
  NEWS_MOST,
  type NewsPlace,
  type Place,
  SITEMAP_MOST,
  type SitemapKind,
  type SitemapPart,
} from '@/publishing/sitemap'

/** What sitemaps ask: addresses that stand, from what is made of publications and nothing else. */

/** Pages that there is one of. */
const SINGLE = ['/', '/interviews', '/claims', '/people', '/topics', '/corrections', '/methodology', '/about']

/** How many addresses of each kind there are, and when anything was last published (ISO 8601). */
export async function countPlaces(): Promise<{
  counts: Record<SitemapKind, number>
  changed: string | null
}> {
  const [row] = await db().$queryRaw<(Record<SitemapKind, number> & { changed: Date | null })[]>`
    SELECT ${SINGLE.length}::int AS "pages", (SELECT count(*)::int FROM "PublishedPage") AS "interviews",
      (SELECT count(*)::int FROM "PublishedClaim") AS "claims",
      (SELECT count(DISTINCT "slug")::int FROM "PublishedPerson") AS "people",
      (SELECT count(DISTINCT "slug")::int FROM "PublishedTopic") AS "topics",
      (SELECT max("publishedAt") FROM "PublishedPage") AS "changed"`
  if (!row) throw new Error('A question for counts always has a row.')
  const { changed, ...counts } = row
  return { counts, changed: changed?.toISOString() ?? null }
}

type Row = { slug: string; number?: number; changed: Date | null }

/** The addresses of one part, in an order that stays while nothing is published. */
export async function placesOf({ kind, part }: SitemapPart): Promise<Place[]> {
  const skip = (part - 1) * SITEMAP_MOST
  if (kind === 'pages') return SINGLE.slice(skip).map((path) => ({ path, changed: null }))
  const [rows, pathOf] = await rowsOf(kind, skip)
  return rows.map((row) => ({ path: pathOf(row), changed: row.changed?.toISOString() ?? null }))
}

async function rowsOf(
  kind: Exclude<SitemapKind, 'pages'>,
  skip: number,
): Promise<[Row[], (row: Row) => string]> {
  if (kind === 'interviews')
    return [
      await db().$queryRaw<Row[]>`
        SELECT "slug", "publishedAt" AS "changed" FROM "PublishedPage" ORDER BY "interviewId" OFFSET ${skip} LIMIT ${SITEMAP_MOST}`,
      ({ slug }) => pagePath(slug),
    ]
  if (kind === 'claims')
    return [
      await db().$queryRaw<Row[]>`
        SELECT p."slug", c."number", p."publishedAt" AS "changed" FROM (
          SELECT "interviewId", "number" FROM "PublishedClaim" ORDER BY "interviewId", "number" OFFSET ${skip} LIMIT ${SITEMAP_MOST}
        ) AS c JOIN "PublishedPage" AS p ON p."interviewId" = c."interviewId" ORDER BY c."interviewId", c."number"`,
      ({ slug, number = 0 }) => claimPath(slug, number),
    ]
  if (kind === 'people')
    return [
      await db().$queryRaw<Row[]>`
        SELECT "slug", max("at") AS "changed" FROM "PublishedPerson" GROUP BY "slug" ORDER BY "slug" OFFSET ${skip} LIMIT ${SITEMAP_MOST}`,
      ({ slug }) => personPath(slug),
    ]
  return [
    await db().$queryRaw<Row[]>`
      SELECT "slug", max("at") AS "changed" FROM "PublishedTopic" GROUP BY "slug" ORDER BY "slug" OFFSET ${skip} LIMIT ${SITEMAP_MOST}`,
    ({ slug }) => topicPath(slug),
  ]
}

/** Pages first published after that moment, newest first. */
export async function newsPlaces(since: Date): Promise<NewsPlace[]> {
  const pages = await db().publishedPage.findMany({
    where: { firstPublishedAt: { gt: since } },
    orderBy: [{ firstPublishedAt: 'desc' }, { interviewId: 'desc' }],
    take: NEWS_MOST,
    select: { slug: true, title: true, language: true, firstPublishedAt: true },
  })
  return pages.map(({ slug, title, language, firstPublishedAt }) => ({
    path: pagePath(slug),
    title,
    language,
    firstPublishedAt: firstPublishedAt.toISOString(),
  }))
}
