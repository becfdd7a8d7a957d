import 'server-only'
import { db } from '@/platform/db'

/** How much in their inbox each of these members has not read. */
export async function unreadOf(memberIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db().notice.groupBy({
    by: ['memberId'],
    where: { memberId: { in: [...memberIds] }, readAt: null },
    _count: { _all: true },
  })
  const counts = new Map(rows.map((row) => [row.memberId, row._count._all]))
  return new Map(memberIds.map((id) => [id, counts.get(id) ?? 0]))
}
