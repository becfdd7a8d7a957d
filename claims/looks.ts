import 'server-only'
import { z } from 'zod'
import {
  type ChangesView,
  changesBetween,
  QUIET_ACTIONS,
  seenOf,
  seenSchema,
  touchedBy,
} from '@/claims/looked-at'
import { presentClaim } from '@/claims/present-claim'
import { loadClaim } from '@/claims/store'
import type { LookView } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { db, type Prisma, type Reader } from '@/platform/db'

/**
 * Keeps what the claim says now as what this member has seen. No command: it changes nothing that anybody else can see, so it
 * raises no revision and writes no line of the trail, which would otherwise hold little else (ADR 21).
 * @throws NotFound
 */
export async function lookAtClaim(actor: Actor, claimId: string): Promise<LookView> {
  return db().$transaction(
    async (tx) => {
      const claim = await loadClaim(tx, claimId)
      const seen = seenOf(presentClaim(claim, actor, await readSettings(tx)))
      const newest = await tx.auditEntry.findFirst({
        where: { claimId },
        orderBy: { id: 'desc' },
        select: { id: true },
      })
      const look = { revision: claim.revision, seen, trail: newest?.id ?? 0n, at: new Date() }
      const key = { claimId, memberId: actor.id }
      await tx.claimLook.upsert({
        where: { claimId_memberId: key },
        create: { ...key, ...look },
        update: look,
      })
      return { claimId, at: look.at.toISOString(), unseen: false }
    },
    { isolationLevel: 'RepeatableRead' },
  )
}

/** What others changed in a claim since this member last looked; null where they never did. @throws NotFound */
export async function changesSinceLook(actor: Actor, claimId: string): Promise<ChangesView | null> {
  const reader = db()
  const look = await reader.claimLook.findUnique({
    where: { claimId_memberId: { claimId, memberId: actor.id } },
  })
  const claim = await loadClaim(reader, claimId)
  if (!look) return null
  const lines = await reader.auditEntry.findMany({
    where: { claimId, id: { gt: look.trail }, ...byOthers(actor) },
    select: { action: true, actorName: true, after: true },
    orderBy: { id: 'asc' },
  })
  const touched = new Set(lines.flatMap((line) => touchedBy(line.action, line.after)))
  const now = seenOf(presentClaim(claim, actor, await readSettings(reader)))
  return {
    at: look.at.toISOString(),
    by: [...new Set(lines.map((line) => line.actorName))],
    changes: lines.length === 0 ? [] : changesBetween(seenSchema.parse(look.seen), now, touched),
  }
}

function byOthers(actor: Actor): Prisma.AuditEntryWhereInput {
  return {
    OR: [{ actorId: null }, { actorId: { not: actor.id } }],
    NOT: QUIET_ACTIONS.map((pattern) => ({ action: likeWhere(pattern) })),
  }
}

/** A pattern with one `%` at an end, as Prisma asks for it. */
function likeWhere(pattern: string): Prisma.StringFilter {
  if (pattern.startsWith('%')) return { endsWith: pattern.slice(1) }
  if (pattern.endsWith('%')) return { startsWith: pattern.slice(0, -1) }
  return { equals: pattern }
}

const rowSchema = z.object({ claimId: z.string(), at: z.date(), unseen: z.boolean() })

/** This member's looks at claims of an interview that changed after a revision (-1 for all); one look-up in the trail each. */
export async function looksOf(
  reader: Reader,
  actor: Actor,
  interviewId: string,
  since = -1,
): Promise<LookView[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT l."claimId", l."at", c."revision" > l."revision" AND EXISTS (
      SELECT FROM "AuditEntry" a
      WHERE a."claimId" = l."claimId" AND a."id" > l."trail" AND a."actorId" IS DISTINCT FROM ${actor.id}::uuid
        AND NOT a."action" LIKE ANY (${[...QUIET_ACTIONS]}::text[])) AS "unseen"
    FROM "ClaimLook" l JOIN "Claim" c ON c."id" = l."claimId"
    WHERE c."interviewId" = ${interviewId}::uuid AND l."memberId" = ${actor.id}::uuid AND c."revision" > ${since}`
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ claimId, at, unseen }) => ({ claimId, at: at.toISOString(), unseen }))
}
