import 'server-only'
import type { PresenceInput } from '@/claims/presence/schema'
import type { PresentPage } from '@/claims/presence/views'
import { db } from '@/platform/db'

/** A page that said nothing for this long is nobody's. Pages speak every twenty seconds. */
export const PRESENT_SECONDS = 45
const MOST_PAGES_SHOWN = 200
const MOST_PAGES_A_MEMBER = 20

/**
 * Who has the interview open, on the database's clock: several servers may disagree about the time. The latest pages first, so
 * that a crowd beyond what is shown is cut at its oldest.
 */
export async function pagesIn(interviewId: string): Promise<PresentPage[]> {
  return db().$queryRaw<PresentPage[]>`
    SELECT p."memberId", m."name", p."claimId", p."field" FROM "Presence" p JOIN "Member" m ON m."id" = p."memberId"
    WHERE p."interviewId" = ${interviewId}::uuid AND m."deactivatedAt" IS NULL
      AND p."seenAt" > now() - make_interval(secs => ${PRESENT_SECONDS})
    ORDER BY p."seenAt" DESC, p."id" LIMIT ${MOST_PAGES_SHOWN}`
}

/** Notes where a member's page is. @returns false where there is no such interview, or the page is somebody else's. */
export async function notePage(
  memberId: string,
  { pageId, interviewId, claimId, field }: Extract<PresenceInput, { kind: 'here' }>,
): Promise<boolean> {
  const [written] = await db().$queryRaw<{ fresh: boolean }[]>`
    INSERT INTO "Presence" ("id", "memberId", "interviewId", "claimId", "field", "seenAt")
    SELECT ${pageId}::uuid, ${memberId}::uuid, i."id", ${claimId}::uuid, ${field}, now()
    FROM "Interview" i WHERE i."id" = ${interviewId}::uuid
    ON CONFLICT ("id") DO UPDATE SET "interviewId" = excluded."interviewId", "claimId" = excluded."claimId",
      "field" = excluded."field", "seenAt" = now()
    WHERE "Presence"."memberId" = excluded."memberId"
    RETURNING (xmax = 0) AS "fresh"`
  if (written?.fresh) await forgetOldest(memberId)
  return written !== undefined
}

/** Nobody looks at more pages at once; a browser gone wild must not fill the table. */
async function forgetOldest(memberId: string): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "Presence" WHERE "id" IN (
      SELECT "id" FROM "Presence" WHERE "memberId" = ${memberId}::uuid ORDER BY "seenAt" DESC, "id" OFFSET ${MOST_PAGES_A_MEMBER})`
}

export async function forgetPage(memberId: string, pageId: string): Promise<void> {
  await db().presence.deleteMany({ where: { id: pageId, memberId } })
}

/** Removes pages that fell silent; the removal tells whoever is in their interviews. */
export async function forgetSilentPages(): Promise<void> {
  await db()
    .$executeRaw`DELETE FROM "Presence" WHERE "seenAt" < now() - make_interval(secs => ${PRESENT_SECONDS})`
}
