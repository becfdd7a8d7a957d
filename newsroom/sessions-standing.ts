import 'server-only'
import { SESSION_SECONDS } from '@/newsroom/session'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'

/**
 * The sessions of these that somebody still holds, in one question: not ended, not run out, of a member who was not
 * deactivated; by id, with that member's session version now. For connections that stay open longer than a request.
 */
export async function standingSessions(sessionIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db().memberSession.findMany({
    where: {
      id: { in: [...sessionIds] },
      createdAt: { gt: new Date(now().getTime() - SESSION_SECONDS * 1000) },
      member: { deactivatedAt: null },
    },
    select: { id: true, member: { select: { sessionVersion: true } } },
  })
  return new Map(rows.map(({ id, member }) => [id, member.sessionVersion]))
}
