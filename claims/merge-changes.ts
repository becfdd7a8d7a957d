import type { ClaimChanges, ClaimFields } from '@/claims/schema'

/** Fields to write, and the fields in which somebody else was first. */
export type Merge = { write: Partial<ClaimFields>; collisions: (keyof ClaimFields)[] }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const normalised = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value)

/**
 * Lays a revision over what stands. A field that stands as the writer last saw it takes the new text; one that already
 * says the new text needs nothing; anything else is a collision, and then nothing at all is written.
 */
export function mergeChanges(current: ClaimFields, changes: ClaimChanges): Merge {
  const write: Partial<ClaimFields> = {}
  const collisions: (keyof ClaimFields)[] = []
  for (const key of Object.keys(changes) as (keyof ClaimFields)[]) {
    const change = changes[key]
    if (!change || same(normalised(current[key]), normalised(change.to))) continue
    if (same(normalised(current[key]), normalised(change.from))) Object.assign(write, { [key]: change.to })
    else collisions.push(key)
  }
  return { write, collisions }
}
