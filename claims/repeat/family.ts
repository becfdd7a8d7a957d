import 'server-only'
import type { Tx } from '@/platform/db'
import { bumpRevision } from '@/transcripts/store'

/**
 * Locks the interviews of these claims, of their roots and of their repeats until the transaction ends, in one order, so that
 * a check and all that share it change one after another and two changes never wait for each other.
 */
export async function lockFamilies(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Interview" WHERE "id" IN (
      SELECT c."interviewId" FROM "Claim" AS asked
      JOIN "Claim" AS c ON c."id" = asked."id" OR c."id" = asked."repeatOfId" OR c."repeatOfId" = asked."id"
      WHERE asked."id" = ANY(${[...claimIds]}::uuid[])
    ) ORDER BY "id" FOR NO KEY UPDATE`
}

/**
 * Tells all desks on which a claim's check is shared that it changed: its repeats get their interviews' next revisions.
 * @param siblings for a repeat: tell its root and the other repeats too.
 */
export async function touchFamily(
  tx: Tx,
  claimId: string,
  { siblings = false }: { siblings?: boolean } = {},
): Promise<void> {
  const claims = await tx.claim.findMany({
    where: siblings
      ? {
          NOT: { id: claimId },
          OR: [
            { repeatOfId: claimId },
            { repeats: { some: { id: claimId } } },
            { repeatOf: { repeats: { some: { id: claimId } } } },
          ],
        }
      : { repeatOfId: claimId },
    select: { id: true, interviewId: true },
  })
  for (const interviewId of [...new Set(claims.map((claim) => claim.interviewId))].sort()) {
    const revision = await bumpRevision(tx, interviewId)
    const ids = claims.filter((claim) => claim.interviewId === interviewId).map(({ id }) => id)
    await tx.claim.updateMany({ where: { id: { in: ids } }, data: { revision } })
  }
}
