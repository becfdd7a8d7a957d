import 'server-only'
import { z } from 'zod'
import { db } from '@/platform/db'
import { type Appearance, appearanceSchema, inOrderOfDays, type SaidAgain } from '@/publishing/appearances'
import { cardSchema, type PublishedCard } from '@/publishing/card'
import {
  publicChangeSchema,
  type Snapshot,
  type SnapshotChange,
  type SnapshotClaim,
  snapshotClaimSchema,
  snapshotSchema,
} from '@/publishing/snapshot-schema'

/**
 * What public routes may ask. Every function here reads publications and the list that is made of them alone
 * (publishing/keep-appearances.ts), which is why a draft cannot leak: there is no path from a public page to the desk's rows.
 */

export type CurrentPublication = { id: string; snapshot: Snapshot; snapshotHash: string }

/** The newest publication at an address, a takedown included; null where nothing was ever published there. */
export async function currentPublication(slug: string): Promise<CurrentPublication | null> {
  const row = await db().publication.findFirst({
    where: { slug },
    orderBy: { number: 'desc' },
    select: { id: true, snapshot: true, snapshotHash: true },
  })
  return row && { ...row, snapshot: snapshotSchema.parse(row.snapshot) }
}

export type PublicationKey = { id: string; snapshotHash: string; saidAgain: string }

/**
 * What a cache asks before it answers, by indexes alone: id and hash of the newest publication at an address, and a mark that
 * changes whenever another page comes to show, or shows no more, a check that this one shows.
 */
export async function currentPublicationKey(slug: string): Promise<PublicationKey | null> {
  const rows = await db().$queryRaw<PublicationKey[]>`
    SELECT p."id", p."snapshotHash", COALESCE((
      SELECT md5(string_agg(other."publicationId" || ' ' || other."number", ',' ORDER BY other."interviewId", other."number"))
      FROM "PublishedAppearance" AS own JOIN "PublishedAppearance" AS other
        ON other."checkId" = own."checkId" AND (other."interviewId", other."number") <> (own."interviewId", own."number")
      WHERE own."publicationId" = p."id"), '') AS "saidAgain"
    FROM "Publication" AS p WHERE p."slug" = ${slug} ORDER BY p."number" DESC LIMIT 1`
  return rows[0] ?? null
}

/** Where else readers find the checks of a publication, by its claims' numbers; only of those that are shown more than once. */
export async function saidAgain(publicationId: string): Promise<SaidAgain> {
  const rows = await db().$queryRaw<{ own: number; appearance: unknown }[]>`
    SELECT own."number" AS own, other."appearance" FROM "PublishedAppearance" AS own
    JOIN "PublishedAppearance" AS other ON other."checkId" = own."checkId" WHERE own."publicationId" = ${publicationId}::uuid`
  const said = new Map<number, Appearance[]>()
  for (const { own, appearance } of rows)
    said.set(own, [...(said.get(own) ?? []), appearanceSchema.parse(appearance)])
  return new Map(
    [...said].flatMap(([number, all]) =>
      all.length > 1 ? [[number, all.sort(inOrderOfDays)] as const] : [],
    ),
  )
}

/** A string that changes whenever anything published changes. */
export async function publishedState(): Promise<string> {
  const rows = await db().$queryRaw<{ state: string }[]>`
    SELECT count(*)::text || '-' || COALESCE(max("publishedAt")::text, '') AS state FROM "Publication"`
  return rows[0]?.state ?? ''
}

/**
 * Published interviews, newest first publication first; pages taken down left out.
 * @param before only interviews first published before this moment (ISO 8601).
 */
export async function publishedPages({
  limit = 50,
  before,
}: {
  limit?: number
  before?: string
} = {}): Promise<PublishedCard[]> {
  const rows = await db().$queryRaw<{ id: string; card: unknown }[]>`
    SELECT "id", "card" FROM (
      SELECT DISTINCT ON ("interviewId") "id", "card", "kind" FROM "Publication" ORDER BY "interviewId", "number" DESC
    ) AS newest
    WHERE "kind" <> 'takedown' AND (${before ?? null}::text IS NULL OR "card"->>'firstPublishedAt' < ${before ?? null}::text)
    ORDER BY "card"->>'firstPublishedAt' DESC, "id" DESC LIMIT ${limit}`
  return rows.map((row) => ({ id: row.id, ...cardSchema.parse(row.card) }))
}

export type PublishedClaim = { slug: string; title: string; claim: SnapshotClaim }
export type ClaimFilter = { verdict?: string; personSlug?: string; topic?: string; limit?: number }

/** Published claims, newest check first. */
export async function publishedClaims({
  verdict,
  personSlug,
  topic,
  limit = 200,
}: ClaimFilter = {}): Promise<PublishedClaim[]> {
  const rows = await db().$queryRaw<{ slug: string; title: string; claim: unknown }[]>`
    SELECT newest."slug", newest."card"->>'title' AS title, claim
    FROM (
      SELECT DISTINCT ON ("interviewId") "slug", "card", "kind", "snapshot" FROM "Publication" ORDER BY "interviewId", "number" DESC
    ) AS newest, jsonb_array_elements(newest."snapshot"->'claims') AS claim
    WHERE newest."kind" <> 'takedown'
      AND (${verdict ?? null}::text IS NULL OR claim->'verdict'->>'key' = ${verdict ?? null}::text)
      AND (${personSlug ?? null}::text IS NULL OR claim->'speaker'->>'personSlug' = ${personSlug ?? null}::text)
      AND (${topic ?? null}::text IS NULL OR claim->'topics' @> jsonb_build_array(jsonb_build_object('slug', ${topic ?? null}::text)))
    ORDER BY claim->>'checkedAt' DESC, newest."slug", (claim->>'number')::int LIMIT ${limit}`
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    claim: snapshotClaimSchema.parse(row.claim),
  }))
}

const personSchema = z.object({
  slug: z.string(),
  name: z.string(),
  affiliation: z.string(),
  description: z.string(),
})
export type PublishedPerson = { person: z.infer<typeof personSchema>; claims: PublishedClaim[] }

/** A person as publications name them, with the checked claims; null where no published page does. */
export async function publishedPerson(slug: string): Promise<PublishedPerson | null> {
  const rows = await db().$queryRaw<{ person: unknown }[]>`
    SELECT person FROM (
      SELECT DISTINCT ON ("interviewId") "kind", "publishedAt", "snapshot" FROM "Publication" ORDER BY "interviewId", "number" DESC
    ) AS newest, jsonb_array_elements(newest."snapshot"->'participants') AS person
    WHERE newest."kind" <> 'takedown' AND person->>'slug' = ${slug} ORDER BY newest."publishedAt" DESC LIMIT 1`
  const claims = await publishedClaims({ personSlug: slug })
  const first = claims[0]?.claim.speaker
  if (rows[0]) return { person: personSchema.parse(rows[0].person), claims }
  return first
    ? { person: { slug, name: first.name, affiliation: first.affiliation, description: '' }, claims }
    : null
}

export type PublishedChange = { slug: string; title: string; change: SnapshotChange }

/** What readers were told of changes, newest first, over all pages that stand. */
export async function publishedChanges(limit = 200): Promise<PublishedChange[]> {
  const rows = await db().$queryRaw<{ slug: string; title: string; change: unknown }[]>`
    SELECT newest."slug", newest."card"->>'title' AS title, change
    FROM (
      SELECT DISTINCT ON ("interviewId") "slug", "card", "kind", "snapshot" FROM "Publication" ORDER BY "interviewId", "number" DESC
    ) AS newest, jsonb_array_elements(newest."snapshot"->'changes') AS change
    WHERE newest."kind" <> 'takedown' ORDER BY change->>'at' DESC LIMIT ${limit}`
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    change: publicChangeSchema.parse(row.change),
  }))
}
