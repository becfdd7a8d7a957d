import 'server-only'
import { db } from '@/platform/db'
import { likeText } from '@/platform/like'

export type KnownPerson = { id: string; name: string; affiliation: string; description: string }

const MOST = 8

/** Persons whose name holds the letters typed, those who were quoted as experts before first. Fewer than two letters find nobody. */
export async function knownPersons(typed: string): Promise<KnownPerson[]> {
  const sought = typed.trim().slice(0, 100)
  if (sought.length < 2) return []
  return db().person.findMany({
    // Prisma leaves the signs that LIKE gives a meaning as they are.
    where: { name: { contains: likeText(sought), mode: 'insensitive' } },
    select: { id: true, name: true, affiliation: true, description: true },
    orderBy: [{ expertise: { _count: 'desc' } }, { name: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
}
