import { z } from 'zod'
import { mayBeSlug } from '@/publishing/asked-slug'

/** Inputs about readers' reports of errors. */

export const LONGEST_REPORT = 4000

/** Line breaks stay; other control characters, and those that turn the direction of what stands around them, are nobody's words. */
const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()

/** What a reader sends. Fields of a form are strings; an absent claim is the page as a whole. */
export const reportSchema = z.object({
  slug: z.string().min(1).refine(mayBeSlug, 'There is no such page.'),
  claim: z
    .string()
    .regex(/^([1-9]\d{0,4})?$/, 'Choose what it is about.')
    .transform((number) => (number === '' ? null : Number(number))),
  /** The publication that the reader had before them. */
  publication: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  message: z
    .string()
    .transform(plain)
    .pipe(
      z.string().min(1, 'Say what is wrong.').max(LONGEST_REPORT, `At most ${LONGEST_REPORT} characters.`),
    ),
  replyTo: z
    .string()
    .trim()
    .max(254, 'At most 254 characters.')
    .refine(
      (address) => address === '' || z.email().safeParse(address).success,
      'Give an address such as name@example.org, or leave this empty.',
    ),
})

export const closeReportsSchema = z.object({
  ids: z.array(z.uuid()).min(1).max(1000),
  /** False opens them again. */
  closed: z.boolean(),
})

/** What of the reports is shown; the page's address carries it. */
export const reportFilterSchema = z.object({
  show: z.enum(['open', 'closed']).catch('open'),
  interview: z.uuid().nullable().catch(null),
  after: z.string().max(60).nullable().catch(null),
})
export type ReportFilter = z.infer<typeof reportFilterSchema>
