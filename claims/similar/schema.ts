import { z } from 'zod'

/** Letters of a question that are looked at: a page of text says no more about what was said than its beginning. */
export const MOST_LETTERS = 1000

/**
 * What is asked about: a claim as it stands, a claim whose sentence is being worded, or words that are not flagged yet.
 * What comes from an address is text, so an empty one means nothing.
 */
export const similarSchema = z.object({
  interviewId: z.uuid('That is not an id.'),
  /** The claim that asks; itself and what shares its check are left out. */
  claimId: z.uuid('That is not an id.').nullable().default(null),
  /** The turn in which selected words were said, which tells who said them. */
  turnId: z.uuid('That is not an id.').nullable().default(null),
  /** The words; null for those of the claim. */
  text: z
    .string()
    .transform((value) => Array.from(value).slice(0, MOST_LETTERS).join(''))
    .nullable()
    .default(null),
})
