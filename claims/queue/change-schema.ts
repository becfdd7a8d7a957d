import { z } from 'zod'
import { claimFieldsSchema } from '@/claims/schema'
import { prioritySchema, statusSchema } from '@/claims/words-of-the-trade'

/** Input of a change of many claims. */

/** Most claims that one change may take. */
export const MOST_AT_ONCE = 1000

const id = z.uuid('That is not an id.')
const topics = z
  .array(z.string().trim().min(1).max(80, 'At most 80 characters.'))
  .max(12, 'At most 12 topics.')

/** Approval is missing on purpose: it is agreed claim by claim, by somebody who read it. */
export const queueChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), to: statusSchema.exclude(['approved']) }),
  z.object({
    kind: z.literal('handBack'),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why it goes back, so that the writer can act on it.')
      .max(2000, 'At most 2000 characters.'),
  }),
  z.object({ kind: z.literal('assign'), to: id.nullable() }),
  z.object({ kind: z.literal('priority'), to: prioritySchema }),
  z.object({ kind: z.literal('due'), to: claimFieldsSchema.shape.dueAt }),
  z
    .object({ kind: z.literal('topics'), add: topics, remove: topics })
    .refine(({ add, remove }) => add.length + remove.length > 0, 'Name a topic to add or to remove.'),
])
export type QueueChange = z.infer<typeof queueChangeSchema>

export const changeClaimsSchema = z.object({
  requestId: id,
  claimIds: z
    .array(id)
    .min(1, 'Select a claim first.')
    .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} claims at once.`),
  change: queueChangeSchema,
})

export const undoChangeSchema = z.object({ requestId: id, changeId: id })
