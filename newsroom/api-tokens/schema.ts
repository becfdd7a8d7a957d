import { z } from 'zod'
import { SCOPES } from '@/newsroom/api-tokens/scopes'

/** How long a token may last, in days; null for as long as nobody revokes it. */
export const LIFETIMES = [30, 90, 365, null] as const

export const makeTokenSchema = z.object({
  name: z.string().trim().min(1, 'Say which system will use it.').max(60, 'Use at most 60 characters.'),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'Choose what it may be used for.')
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  days: z.union(
    LIFETIMES.map((days) => z.literal(days)),
    'Choose how long it lasts.',
  ),
})
export type MakeToken = z.infer<typeof makeTokenSchema>

export const tokenIdSchema = z.object({ tokenId: z.uuid('There is no such token.') })
export type TokenId = z.infer<typeof tokenIdSchema>
