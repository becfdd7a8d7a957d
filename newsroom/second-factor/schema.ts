import { z } from 'zod'

/** A code from an app (six digits) or a recovery code; which it is shows by its form. */
const codeSchema = z.string().trim().min(1, 'Type the code.').max(60, 'That is longer than any code.')

export const confirmTotpSchema = z.object({ code: codeSchema })

export const turnOffTotpSchema = z.object({
  /** Empty for members who have none. */
  password: z.string().max(200).default(''),
  code: codeSchema,
})

export const proveAgainSchema = z.object({
  password: z.string().max(200).default(''),
  code: z.string().trim().max(60).default(''),
})

export const nothingSchema = z.null()

export type ConfirmTotp = z.infer<typeof confirmTotpSchema>
export type TurnOffTotp = z.infer<typeof turnOffTotpSchema>
export type ProveAgain = z.infer<typeof proveAgainSchema>
