import 'server-only'
import type { Tx } from '@/platform/db'

/** Lower-case Latin slug of a name; `person` where nothing of it can be written so. */
export function personSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug || 'person'
}

/**
 * The person of exactly this name, made if there is none. What is known is only added to: an empty affiliation or
 * description never wipes one that stands.
 */
export async function personByName(
  tx: Tx,
  { name, affiliation = '', description = '' }: { name: string; affiliation?: string; description?: string },
): Promise<{ id: string; name: string; slug: string }> {
  const known = await tx.person.findFirst({ where: { name }, orderBy: { createdAt: 'asc' } })
  if (known) {
    const more = {
      ...(affiliation && !known.affiliation ? { affiliation } : {}),
      ...(description && !known.description ? { description } : {}),
    }
    return Object.keys(more).length > 0 ? tx.person.update({ where: { id: known.id }, data: more }) : known
  }
  const base = personSlug(name)
  const taken = await tx.person.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })
  const slugs = new Set(taken.map((row) => row.slug))
  let slug = base
  for (let n = 2; slugs.has(slug); n++) slug = `${base}-${n}`
  return tx.person.create({ data: { name, slug, affiliation, description } })
}
