import 'server-only'
import { db } from '@/platform/db'
import { type Appearance, appearanceSchema, inOrderOfDays, type SaidAgain } from '@/publishing/appearances'
import { mayBeSlug } from '@/publishing/asked-slug'
import { type Snapshot, snapshotSchema } from '@/publishing/snapshot-schema'

/**
 * What public routes may ask of one page. Every function here and in `published-*.ts` and `search` reads publications and what is
 * made of them alone (publishing/keep-public.ts), which is why a draft cannot leak: there is no path from a public page to
 * the desk's rows.
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
  if (!mayBeSlug(slug)) return null
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
