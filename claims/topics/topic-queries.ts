import 'server-only'
import type { TopicLine } from '@/claims/topics/topic-schema'
import { db, type Reader } from '@/platform/db'

/** All topics by name, with how many claims carry each. */
export async function readTopics(reader: Reader = db()): Promise<TopicLine[]> {
  const rows = await reader.topic.findMany({
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, name: true, _count: { select: { claims: true } } },
  })
  return rows.map(({ _count, ...topic }) => ({ ...topic, claims: _count.claims }))
}
