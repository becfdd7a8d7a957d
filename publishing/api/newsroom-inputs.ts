import { z } from 'zod'
import { pageInput } from '@/publishing/api/inputs'
import { exportFormats } from '@/transcripts/exports/registry'
import { loadDecisionsSchema } from '@/transcripts/schema'

/** What the newsroom's own API takes. */

export const idPath = z.object({ id: z.uuid() })
export const draftsQuery = z.strictObject(pageInput)
export const changesQuery = z.strictObject({
  since: z.coerce
    .number<unknown>()
    .int()
    .min(0, 'Give a revision, 0 or more.')
    .max(0x7fffffff, 'No interview has so many revisions.')
    .describe('The revision that you know.'),
})
export const draftTranscriptQuery = z.strictObject({
  format: z
    .enum(exportFormats.map(({ id }) => id))
    .default('claimline-json')
    .describe('In which format.'),
})

const { title, slug, happenedOn, place, platform, language, standfirst, speakers, machineMade, loadAgain } =
  loadDecisionsSchema.shape

/** What a sender may say about a transcript's file. Whatever it leaves out is as the file itself, or its name, has it. */
export const loadWishesSchema = z.strictObject({
  title: title.optional(),
  slug: slug.optional().describe('Address of its page; a free one is made from the title.'),
  happenedOn: happenedOn.optional(),
  place: place.optional(),
  platform: platform.optional(),
  language: language.optional(),
  standfirst: standfirst.optional(),
  speakers: speakers
    .optional()
    .describe('Who the labels of the file are; labels not named stay as proposed.'),
  machineMade: machineMade.describe(
    'A machine wrote the words; as the format suggests where nothing is said.',
  ),
  loadAgain: loadAgain.default(false).describe('Loads the same bytes once more.'),
  format: z.string().max(60).optional().describe('Id of the format, where it shall not be found out.'),
})
export type LoadWishes = z.infer<typeof loadWishesSchema>

/** A transcript as JSON; as a form the same fields stand beside the file `file`, as JSON in the field `about`. */
export const loadBodySchema = loadWishesSchema.extend({
  fileName: z.string().min(1, 'Give the file a name.').max(255),
  text: z
    .string()
    .min(1, 'There is nothing in the file.')
    .describe('What the file says. For binary files send a form.'),
})
