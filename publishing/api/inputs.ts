import { z } from 'zod'
import { challengeSchema } from '@/claims/words-of-the-trade'
import { KINDS, SORTS } from '@/publishing/search/search-filter'

/** What the public API's addresses may ask. A parameter that is not named is refused: a mistyped filter must not widen a list. */

const name = z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u, 'Use the key or slug as the API gives it.')

export const pageInput = {
  limit: z.coerce
    .number<unknown>()
    .int('Give a whole number.')
    .min(1, 'At least 1.')
    .max(100, 'At most 100.')
    .default(25)
    .describe('How many items a page of the list holds.'),
  cursor: z.string().min(1).max(600).optional().describe('From `next` of the page before. Opaque.'),
}

export const noQuery = z.strictObject({})
export const listQuery = z.strictObject(pageInput)
export const transcriptQuery = z.strictObject({
  words: z.enum(['true', 'false']).default('false').describe('Adds the times of single words.'),
})
export const claimsQuery = z.strictObject({
  ...pageInput,
  verdict: name.optional().describe('Key of a verdict.'),
  person: name.optional().describe('Slug of the person who said it.'),
  topic: name.optional().describe('Slug of a topic.'),
  challenged: challengeSchema.optional().describe('Whether somebody pushed back on air.'),
  updatedSince: z.iso
    .datetime({ offset: true, error: 'Give a moment such as 2026-03-04T12:00:00Z.' })
    .optional()
    .describe(
      'Only claims whose page was published at that moment or later. Ask with the moment of your last question: nothing is missed, and what did not change may come again.',
    ),
})
export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, 'Say what to look for.')
    .max(200, 'At most 200 characters.')
    .describe('Words, "phrases" in quotation marks, and -words that must not be there.'),
  kind: z.enum(KINDS).optional().describe('Claims, or turns of transcripts.'),
  verdict: name.optional().describe('Key of a verdict.'),
  person: name.optional().describe('Slug of the person who said it.'),
  topic: name.optional().describe('Slug of a topic.'),
  challenged: challengeSchema.optional().describe('Whether somebody pushed back on air.'),
  from: z.iso.date('Give a day such as 2026-03-04.').optional().describe('Said on that day or later.'),
  to: z.iso.date('Give a day such as 2026-03-04.').optional().describe('Said on that day or before.'),
  sort: z.enum(SORTS).default('relevance').describe('In which order.'),
  limit: pageInput.limit,
  cursor: pageInput.cursor,
})
export type ClaimsQuery = z.infer<typeof claimsQuery>
export type ListQuery = z.infer<typeof listQuery>

export const slugPath = z.object({ slug: z.string().min(1).max(200) })
export const claimPathInput = slugPath.extend({
  number: z.string().regex(/^[1-9]\d{0,4}$/, 'Give the claim’s number.'),
})
