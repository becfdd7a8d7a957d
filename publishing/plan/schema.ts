import { z } from 'zod'
import { publishSchema } from '@/publishing/schema'

/** Inputs of the commands on plans. */

const publishAt = z.iso.datetime({ offset: true, error: 'Give a date and a time.' })

export const planSchema = publishSchema.extend({
  publishAt,
  /** The waiting plan that this one takes the place of, as its maker saw it; null where none waits. */
  insteadOf: z.uuid().nullable().default(null),
})

export const movePlanSchema = z.object({ planId: z.uuid(), publishAt })
export const planIdSchema = z.object({ planId: z.uuid() })
