import { z } from 'zod'

/** Inputs of the commands on preview links. */

export const LONGEST_DAYS = 30

export const createPreviewLinkSchema = z.object({
  interviewId: z.uuid(),
  label: z.string().trim().min(1, 'Say who it is for.').max(120, 'At most 120 characters.'),
  days: z.number().int().min(1, 'At least one day.').max(LONGEST_DAYS, `At most ${LONGEST_DAYS} days.`),
})

export const previewLinkIdSchema = z.object({ linkId: z.uuid() })

/** 32 random bytes in base64url, as `create-preview-link` makes them; anything else is no link of ours. */
export const previewTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
