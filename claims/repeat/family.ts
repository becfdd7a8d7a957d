import 'server-only'
import type { Tx } from '@/platform/db'
import { bumpRevision } from '@/transcripts/store'

/**
 * Locks the interviews of these claims, of their roots and of all repeats of those until the transaction ends, in one order, so
 * that a check and all that share it change one after another and two changes never wait for each other.
 */
export async function lockFamilies(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    WITH root AS MATERIALIZED (
      SELECT DISTINCT COALESCE("repeatOfId", "id") AS "id" FROM "Claim" WHERE "id" = ANY(${[...claimIds]}::uuid[]))
    SELECT 1 FROM "Interview" WHERE "id" IN (
      SELECT c."interviewId" FROM root JOIN "Claim" AS c ON c."id" = root."id"
      UNION SELECT c."interviewId" FROM root JOIN "Claim" AS c ON c."repeatOfId" = root."id"
    ) ORDER BY "id" FOR NO KEY UPDATE`
}

/** Whom a change concerns beyond the claim's own repeats: nobody, its root, or all that share its check. */
type Beyond = 'nobody' | 'root' | 'all'

/**
 * Tells the desks on which a claim's check is shared that it changed: the claims that it concerns get their interviews' next
 * revisions.
 */
export async function touchFamily(tx: Tx, claimId: string, beyond: Beyond = 'nobody'): Promise<void> {
  const claims = await tx.claim.findMany({
    where: {
      NOT: { id: claimId },
      OR: [
        { repeatOfId: claimId },
        ...(beyond === 'nobody' ? [] : [{ repeats: { some: { id: claimId } } }]),
        ...(beyond === 'all' ? [{ repeatOf: { repeats: { some: { id: claimId } } } }] : []),
      ],
    },
    select: { id: true, interviewId: true },
  })
  for (const interviewId of [...new Set(claims.map((claim) => claim.interviewId))].sort()) {
    const revision = await bumpRevision(tx, interviewId)
    const ids = claims.filter((claim) => claim.interviewId === interviewId).map(({ id }) => id)
    await tx.claim.updateMany({ where: { id: { in: ids } }, data: { revision } })
  }
}
