import 'server-only'
import type { Tx } from '@/platform/db'
import { freeSlug, slugFrom } from '@/transcripts/slug'

/** Any constant will do, as long as nothing else in Claimline takes the same advisory lock. */
const PERSONS_LOCK = 4_172_001

/**
 * The persons of these exact names, made where there are none; ids by name. Two loads at once do not make one person
 * twice: the second waits until the first has committed.
 */
export async function personsNamed(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return new Map()
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PERSONS_LOCK})`
  const known = await tx.person.findMany({
    where: { name: { in: wanted } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true },
  })
  // Newest first, so that of several persons of one name the oldest is what remains.
  const ids = new Map(known.map((person) => [person.name, person.id]))
  const missing = wanted.filter((name) => !ids.has(name))
  if (missing.length === 0) return ids

  const taken = new Set(await slugsLike(tx, missing))
  for (const name of missing) {
    const slug = freeSlug(slugFrom(name) || 'person', taken)
    taken.add(slug)
    const person = await tx.person.create({ data: { name, slug }, select: { id: true } })
    ids.set(name, person.id)
  }
  return ids
}

/** Slugs already in use that one of these names could be given. */
async function slugsLike(tx: Tx, names: readonly string[]): Promise<string[]> {
  const rows = await tx.person.findMany({
    where: { OR: names.map((name) => ({ slug: { startsWith: slugFrom(name) || 'person' } })) },
    select: { slug: true },
  })
  return rows.map((row) => row.slug)
}

/**
 * The person of exactly this name, made if there is none. What is known is only added to: an empty affiliation or
 * description never wipes one that stands, and a full one is not overwritten from one claim's form.
 */
export async function personByName(
  tx: Tx,
  { name, affiliation = '', description = '' }: { name: string; affiliation?: string; description?: string },
): Promise<string> {
  const id = (await personsNamed(tx, [name])).get(name)
  if (id === undefined) throw new Error('A person that was asked for by name was neither found nor made.')
  if (affiliation) await tx.person.updateMany({ where: { id, affiliation: '' }, data: { affiliation } })
  if (description) await tx.person.updateMany({ where: { id, description: '' }, data: { description } })
  return id
}
