import 'server-only'
import { z } from 'zod'
import { filterOfQuery, filterQuery } from '@/claims/queue/queue-filter'
import type { SavedFilterView } from '@/claims/queue/views'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { db, type Reader, type Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { Invalid, NotFound } from '@/platform/errors'

/** Filters of the queue that a member gave a name. They are their member's own: nobody else's are ever found. */

const name = z.string().trim().min(1, 'Give the filter a name.').max(60, 'At most 60 characters.')
/** More of them would be a list to search in itself, and each is counted with every page. */
const MOST = 30

/** One's own filters in one's own order. */
export function savedFilters(actor: Actor, reader: Reader = db()): Promise<SavedFilterView[]> {
  return reader.savedFilter.findMany({
    where: { memberId: actor.id },
    select: { id: true, name: true, query: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

/** The member's row is locked, so that two windows of theirs do not number their filters alike. */
async function ownFilters(tx: Tx, actor: Actor): Promise<SavedFilterView[]> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE "id" = ${actor.id}::uuid FOR UPDATE`
  return savedFilters(actor, tx)
}

async function number(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx.savedFilter.update({ where: { id }, data: { position } })
}

const subjectOf = (filterName: string) => `Filter “${filterName}”`

/** Keeps a filter under a name; one of that name is written over. `place` puts it back where it stood, counted from 0. */
export const saveFilter = command({
  input: z.object({ name, query: z.string().max(4000), place: z.number().int().min(0).optional() }),
  load: (tx, _input, actor: Actor) => ownFilters(tx, actor),
  allow: () => allow,
  run: async (tx, { actor, input, loaded: filters }) => {
    // Kept as it is read, so that an address with nonsense in it is not kept with it.
    const query = filterQuery(filterOfQuery(input.query))
    const known = filters.find((one) => one.name === input.name)
    if (!known && filters.length >= MOST)
      throw new Invalid(`At most ${MOST} filters. Remove one first.`, { name: 'Remove one first.' })
    const { id } = known
      ? await tx.savedFilter.update({ where: { id: known.id }, data: { query } })
      : await tx.savedFilter.create({
          data: { memberId: actor.id, name: input.name, query, position: filters.length },
        })
    if (!known && input.place !== undefined)
      await number(tx, filters.map((one) => one.id).toSpliced(input.place, 0, id))
    const audit = {
      action: 'filter.saved',
      subject: subjectOf(input.name),
      ...(known ? { before: { query: known.query } } : {}),
      after: { query },
    }
    return { value: id, audit: [audit] }
  },
})

function found(filters: readonly SavedFilterView[], id: string): SavedFilterView {
  const one = filters.find((filter) => filter.id === id)
  if (!one) throw new NotFound('There is no such filter any more.')
  return one
}

export const renameFilter = command({
  input: z.object({ filterId: z.uuid(), name }),
  load: (tx, _input, actor: Actor) => ownFilters(tx, actor),
  allow: () => allow,
  run: async (tx, { input, loaded: filters }) => {
    const filter = found(filters, input.filterId)
    if (filters.some((one) => one.id !== filter.id && one.name === input.name))
      throw new Invalid('Another filter of yours has this name.', { name: 'Choose another name.' })
    await tx.savedFilter.update({ where: { id: filter.id }, data: { name: input.name } })
    const audit = {
      action: 'filter.renamed',
      subject: subjectOf(input.name),
      before: { name: filter.name },
      after: { name: input.name },
    }
    return { value: filter.id, audit: [audit] }
  },
})

/** @returns what `saveFilter` needs to bring it back. */
export const removeFilter = command({
  input: z.object({ filterId: z.uuid() }),
  load: (tx, _input, actor: Actor) => ownFilters(tx, actor),
  allow: () => allow,
  run: async (tx, { input, loaded: filters }) => {
    const filter = found(filters, input.filterId)
    await tx.savedFilter.delete({ where: { id: filter.id } })
    const audit = {
      action: 'filter.removed',
      subject: subjectOf(filter.name),
      before: { query: filter.query },
    }
    const value = { name: filter.name, query: filter.query, place: filters.indexOf(filter) }
    return { value, audit: [audit] }
  },
})

/** Moves a filter to another place, counted from 0. */
export const moveFilter = command({
  input: z.object({ filterId: z.uuid(), place: z.number().int().min(0).max(MOST) }),
  load: (tx, _input, actor: Actor) => ownFilters(tx, actor),
  allow: () => allow,
  run: async (tx, { input, loaded: filters }) => {
    const filter = found(filters, input.filterId)
    const others = filters.filter((one) => one !== filter).map((one) => one.id)
    await number(tx, others.toSpliced(input.place, 0, filter.id))
    const audit = {
      action: 'filter.moved',
      subject: subjectOf(filter.name),
      before: { place: filters.indexOf(filter) },
      after: { place: Math.min(input.place, others.length) },
    }
    return { value: filter.id, audit: [audit] }
  },
})
