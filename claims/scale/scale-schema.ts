import { z } from 'zod'
import { VERDICT_COLOURS, VERDICT_ICONS } from '@/claims/scale/verdict-looks'

/** What an administrator says of a verdict. */
export const verdictFieldsSchema = z
  .object({
    label: z.string().trim().min(1, 'Give the verdict a name.').max(40, 'At most 40 characters.'),
    definition: z
      .string()
      .trim()
      .min(1, 'Say what the verdict means: readers see it.')
      .max(400, 'At most 400 characters.'),
    icon: z.enum(VERDICT_ICONS, 'Choose a drawing.'),
    colour: z.enum(VERDICT_COLOURS, 'Choose a colour.'),
    /** 1 (worst) to 5 (best); null where the verdict has no place in an order. */
    ratingValue: z.number().int().min(1).max(5).nullable(),
    /** False for a note that rates nothing. */
    rates: z.boolean(),
  })
  .refine((verdict) => verdict.rates || verdict.ratingValue === null, {
    path: ['ratingValue'],
    message: 'A verdict that rates nothing has no place in the order.',
  })
export type VerdictFields = z.infer<typeof verdictFieldsSchema>

/** `key` null adds one; else `seen` must be what stands, or it is a Conflict. */
export const saveVerdictSchema = z.object({
  key: z.string().nullable(),
  seen: z.record(z.string(), z.unknown()).nullable(),
  to: verdictFieldsSchema,
})

export const orderScaleSchema = z.object({
  /** Every key of the scale once, in its new order. */
  keys: z.array(z.string()).max(100),
})

export const retireVerdictSchema = z.object({ key: z.string(), retired: z.boolean() })

export const removeVerdictSchema = z.object({ key: z.string() })
