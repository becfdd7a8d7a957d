import 'server-only'
import { z } from 'zod'
import { db } from '@/platform/db'
import { mayBeSlug } from '@/publishing/asked-slug'

const reportableSchema = z.object({
  slug: z.string(),
  title: z.string(),
  /** Of the publication. */
  number: z.number().int(),
  claims: z.array(z.object({ number: z.number().int(), claimReviewed: z.string() })),
})
/** As much of a page as the form for reports names. */
export type ReportablePage = z.infer<typeof reportableSchema>

/** The page that stands at an address, for its form; null where none does. Much lighter than the whole publication. */
export async function reportablePage(slug: string): Promise<ReportablePage | null> {
  if (!mayBeSlug(slug)) return null
  const rows = await db().$queryRaw<({ kind: string } & Record<string, unknown>)[]>`
    SELECT "slug", "kind"::text AS "kind", "number", COALESCE("card"->>'title', '') AS "title", COALESCE((
      SELECT jsonb_agg(jsonb_build_object('number', claim->'number', 'claimReviewed', claim->'claimReviewed') ORDER BY nth)
      FROM jsonb_array_elements("snapshot"->'claims') WITH ORDINALITY AS each(claim, nth)), '[]') AS "claims"
    FROM "Publication" WHERE "slug" = ${slug} ORDER BY "number" DESC LIMIT 1`
  const newest = rows[0]
  return newest && newest.kind !== 'takedown' ? reportableSchema.parse(newest) : null
}
