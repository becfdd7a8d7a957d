import { z } from 'zod'
import type { QueueSort } from '@/claims/queue/queue-filter'
import { PRIORITIES, type Priority } from '@/claims/words-of-the-trade'

/**
 * A place in the queue: the values of its sort's own key, the claim's id or number last, so that no two claims share one.
 * Pages begin after or before a place and not at a count, so claims that come or go elsewhere move nothing.
 */
export type Place = (string | number)[]

/** What of a claim its place is made of. Moments are ISO 8601. */
export type Placed = {
  id: string
  interviewId: string
  number: number
  priority: Priority
  dueAt: string | null
  updatedAt: string
  createdAt: string
  /** Place of its first turn in the transcript; null for a claim without words. */
  turn: number | null
  firstWord: number | null
}

/** Claims without a due time follow all others; PostgreSQL knows the word. */
const NEVER = 'infinity'
/** Claims without words follow those with words; no transcript has as many turns. */
export const NO_TURN = 2_000_000_000

/** Urgent is 0. */
function rankOf(priority: Priority): number {
  return PRIORITIES.length - 1 - PRIORITIES.indexOf(priority)
}

export function placeOf(sort: QueueSort, claim: Placed): Place {
  switch (sort) {
    case 'changed':
      return [claim.updatedAt, claim.id]
    case 'due':
      return [claim.dueAt ?? NEVER, claim.id]
    case 'priority':
      return [rankOf(claim.priority), claim.dueAt ?? NEVER, claim.id]
    case 'words':
      return [claim.interviewId, claim.turn ?? NO_TURN, claim.firstWord ?? 0, claim.number]
    case 'oldest':
      return [claim.createdAt, claim.id]
  }
}

const moment = z.union([z.literal(NEVER), z.iso.datetime()])
const int = z.coerce.number().int().min(0).max(NO_TURN)
const SHAPES: Record<QueueSort, z.ZodType<Place>> = {
  changed: z.tuple([z.iso.datetime(), z.uuid()]),
  due: z.tuple([moment, z.uuid()]),
  priority: z.tuple([int, moment, z.uuid()]),
  words: z.tuple([z.uuid(), int, int, int]),
  oldest: z.tuple([z.iso.datetime(), z.uuid()]),
}

/** A place as an address carries it. */
export function writePlace(place: Place): string {
  return place.join('~')
}

/** Null where the text is no place in a queue so ordered; the page then begins at the start. */
export function readPlace(sort: QueueSort, text: string | undefined): Place | null {
  return SHAPES[sort].safeParse((text ?? '').split('~')).data ?? null
}
