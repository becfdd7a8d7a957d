import { z } from 'zod'
import { queueChangeSchema } from '@/claims/queue/change-schema'
import type { QueueColumns } from '@/claims/queue/plan-change'
import { prioritySchema, statusSchema } from '@/claims/words-of-the-trade'
import { isoMoment } from '@/platform/clock'

/** What is kept of a change of many, so that it can be taken back: stored JSON, moments in ISO 8601. */

const moment = z.iso.datetime().nullable()

const keptColumnsSchema = z.object({
  status: statusSchema.optional(),
  droppedFrom: statusSchema.nullable().optional(),
  handedBackAt: moment.optional(),
  sentById: z.uuid().nullable().optional(),
  assigneeId: z.uuid().nullable().optional(),
  priority: prioritySchema.optional(),
  dueAt: moment.optional(),
})

const keptClaimSchema = z.object({
  claimId: z.uuid(),
  /** The one that the change made; a claim with another was changed since. */
  revision: z.number().int(),
  /** The written columns as they stood. */
  before: keptColumnsSchema,
  topics: z.array(z.string()).optional(),
  /** The line of talk that the change wrote. */
  commentId: z.uuid().optional(),
})
export type KeptClaim = z.infer<typeof keptClaimSchema>

export const keptChangeSchema = z.object({ change: queueChangeSchema, claims: z.array(keptClaimSchema) })
export type KeptChange = z.infer<typeof keptChangeSchema>

/** Those of a claim's columns that a change wrote, as JSON. */
export function keptColumns(claim: Required<QueueColumns>, names: readonly string[]): KeptClaim['before'] {
  const held: Required<KeptClaim['before']> = {
    status: claim.status,
    droppedFrom: claim.droppedFrom,
    handedBackAt: isoMoment(claim.handedBackAt),
    sentById: claim.sentById,
    assigneeId: claim.assigneeId,
    priority: claim.priority,
    dueAt: isoMoment(claim.dueAt),
  }
  return Object.fromEntries(Object.entries(held).filter(([name]) => names.includes(name)))
}

/** Back from JSON. */
export function columnsOf({ handedBackAt, dueAt, ...rest }: KeptClaim['before']): QueueColumns {
  return {
    ...rest,
    ...(handedBackAt === undefined ? {} : { handedBackAt: dateOf(handedBackAt) }),
    ...(dueAt === undefined ? {} : { dueAt: dateOf(dueAt) }),
  }
}

function dateOf(at: string | null): Date | null {
  return at === null ? null : new Date(at)
}
