import 'server-only'
import { db } from '@/platform/db'
import { mayBeSlug } from '@/publishing/asked-slug'

/** People and topics as published pages name them, with how many claims of theirs are shown. Decision record 0036. */

export type PublishedPerson = {
  slug: string
  name: string
  affiliation: string
  description: string
  claims: number
  interviews: number
}
export type PublishedTopic = { slug: string; name: string; claims: number }

/** More than a page of names can be read; whoever is not on it is found by search. */
const MOST = 2000

/** Everybody whom a published page names with a page of their own, by name; each as the newest publication describes them. */
export function publishedPeople(limit = MOST): Promise<PublishedPerson[]> {
  return db().$queryRaw<PublishedPerson[]>`
    SELECT newest.*, counted."claims", counted."interviews" FROM (
      SELECT "slug", sum("claims")::int AS "claims", count(*)::int AS "interviews" FROM "PublishedPerson" GROUP BY "slug"
      ORDER BY 2 DESC, 1 LIMIT ${limit}
    ) AS counted CROSS JOIN LATERAL (
      SELECT "slug", "name", "affiliation", "description" FROM "PublishedPerson" AS p WHERE p."slug" = counted."slug"
      ORDER BY "at" DESC, "interviewId" DESC LIMIT 1
    ) AS newest ORDER BY newest."name", newest."slug"`
}

/** One of them; null where no published page names such a person. */
export async function publishedPersonAt(slug: string): Promise<PublishedPerson | null> {
  if (!mayBeSlug(slug)) return null
  const rows = await db().$queryRaw<PublishedPerson[]>`
    SELECT "slug", "name", "affiliation", "description",
      (sum("claims") OVER ())::int AS "claims", (count(*) OVER ())::int AS "interviews"
    FROM "PublishedPerson" WHERE "slug" = ${slug} ORDER BY "at" DESC, "interviewId" DESC LIMIT 1`
  return rows[0] ?? null
}

/** Every topic of a published claim, by name. */
export function publishedTopics(limit = MOST): Promise<PublishedTopic[]> {
  return db().$queryRaw<PublishedTopic[]>`
    SELECT newest.*, counted."claims" FROM (
      SELECT "slug", sum("claims")::int AS "claims" FROM "PublishedTopic" GROUP BY "slug" ORDER BY 2 DESC, 1 LIMIT ${limit}
    ) AS counted CROSS JOIN LATERAL (
      SELECT "slug", "name" FROM "PublishedTopic" AS t WHERE t."slug" = counted."slug" ORDER BY "at" DESC, "interviewId" DESC LIMIT 1
    ) AS newest ORDER BY newest."name", newest."slug"`
}

/** One of them; null where no published claim has it. */
export async function publishedTopicAt(slug: string): Promise<PublishedTopic | null> {
  if (!mayBeSlug(slug)) return null
  const rows = await db().$queryRaw<PublishedTopic[]>`
    SELECT "slug", "name", (sum("claims") OVER ())::int AS "claims"
    FROM "PublishedTopic" WHERE "slug" = ${slug} ORDER BY "at" DESC, "interviewId" DESC LIMIT 1`
  return rows[0] ?? null
}
