import 'server-only'
import { readTalkSchema } from '@/claims/talk/schema'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/**
 * Remembers up to when a member has read the talk of a place; never earlier than before. What the inbox said of it is
 * then read too. No command: it is the member's own bookmark, it changes nothing of the work, and the trail tells what
 * was done and not who looked (ADR 29).
 * @throws NotFound
 */
export async function readTalk(actor: Actor, interviewId: string, input: unknown): Promise<void> {
  const { claimId, until } = parseInput(readTalkSchema, input)
  const at = now()
  const seenAt = new Date(Math.min(Date.parse(until), at.getTime()))
  await db().$transaction(async (tx) => {
    const place = claimId
      ? await tx.claim.findFirst({ where: { id: claimId, interviewId }, select: { id: true } })
      : await tx.interview.findUnique({ where: { id: interviewId }, select: { id: true } })
    if (!place) throw new NotFound('There is no such claim or interview.')
    await tx.$executeRaw`
      INSERT INTO "TalkLook" ("memberId", "placeId", "interviewId", "seenAt")
      VALUES (${actor.id}::uuid, ${place.id}::uuid, ${interviewId}::uuid, ${seenAt})
      ON CONFLICT ("memberId", "placeId") DO UPDATE SET "seenAt" = GREATEST("TalkLook"."seenAt", EXCLUDED."seenAt")`
    await tx.notice.updateMany({
      where: {
        memberId: actor.id,
        interviewId,
        claimId,
        readAt: null,
        kind: { in: ['mentioned', 'replied'] },
        comment: { createdAt: { lte: seenAt } },
      },
      data: { readAt: at },
    })
  })
}
