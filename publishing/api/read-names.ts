import 'server-only'
import { db, Prisma } from '@/platform/db'
import { readNameCursor, writeNameCursor } from '@/publishing/api/name-cursor'
import { type SnapshotClaim, snapshotClaimSchema } from '@/publishing/snapshot-schema'

/** Who and what published claims are about, for the public API: counted over every page that stands. */

export type CountedPerson = {
  slug: string
  name: string
  affiliation: string
  description: string
  claims: number
  cursor: string
}

function after(cursor: string | undefined): Prisma.Sql {
  const key = readNameCursor(cursor)
  return key
    ? Prisma.sql`WHERE (name COLLATE "C", slug COLLATE "C") > (${key.name}, ${key.slug})`
    : Prisma.empty
}

/** People who speak in published interviews, by name, as the newest publication names each. */
export async function peopleAfter(cursor: string | undefined, limit: number): Promise<CountedPerson[]> {
  const rows = await db().$queryRaw<Omit<CountedPerson, 'cursor'>[]>`
    SELECT slug, name, affiliation, description, claims FROM (
      SELECT DISTINCT ON ("slug") "slug" AS slug, "name" AS name, "affiliation" AS affiliation, "description" AS description,
        (sum("claims") OVER (PARTITION BY "slug"))::int AS claims
      FROM "PublishedPerson" ORDER BY "slug", "at" DESC
    ) AS people ${after(cursor)} ORDER BY name COLLATE "C", slug COLLATE "C" LIMIT ${limit}`
  return rows.map((row) => ({ ...row, cursor: writeNameCursor(row) }))
}

export type CountedTopic = { slug: string; name: string; claims: number; cursor: string }

/** Topics of published claims, by name. */
export async function topicsAfter(cursor: string | undefined, limit: number): Promise<CountedTopic[]> {
  const rows = await db().$queryRaw<Omit<CountedTopic, 'cursor'>[]>`
    SELECT slug, name, claims FROM (
      SELECT DISTINCT ON ("slug") "slug" AS slug, "name" AS name, (sum("claims") OVER (PARTITION BY "slug"))::int AS claims
      FROM "PublishedTopic" ORDER BY "slug", "at" DESC
    ) AS topics ${after(cursor)} ORDER BY name COLLATE "C", slug COLLATE "C" LIMIT ${limit}`
  return rows.map((row) => ({ ...row, cursor: writeNameCursor(row) }))
}

/** Verdicts of published claims as the newest check words each, most frequent first. */
export async function countedVerdicts(): Promise<{ verdict: SnapshotClaim['verdict']; claims: number }[]> {
  const rows = await db().$queryRaw<{ verdict: unknown; claims: number }[]>`
    SELECT newest."claim"->'verdict' AS verdict, counted.claims FROM (
      SELECT "verdictKey" AS key, count(*)::int AS claims FROM "PublishedClaim" GROUP BY "verdictKey"
    ) AS counted, LATERAL (
      SELECT "claim" FROM "PublishedClaim" WHERE "verdictKey" = counted.key ORDER BY "checkedAt" DESC LIMIT 1
    ) AS newest ORDER BY counted.claims DESC, counted.key`
  return rows.map(({ verdict, claims }) => ({
    verdict: snapshotClaimSchema.shape.verdict.parse(verdict),
    claims,
  }))
}
