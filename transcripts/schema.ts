import { z } from 'zod'
import { embedOf } from '@/transcripts/embed'
import { givenRunsSchema } from '@/transcripts/given-runs'

/** Inputs of the transcript commands. Lengths are in characters, days ISO 8601, languages BCP 47. */

export const id = z.uuid('That is not an id.')

/** True where a part of an address can be an id at all; the database refuses to compare anything else. */
export function isId(text: string): boolean {
  return id.safeParse(text).success
}

const line = (most: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most, `At most ${most} characters.`))
const day = z.union([
  z.literal('').transform(() => null),
  z.iso.date('Write the date as YYYY-MM-DD.'),
  z.null(),
])

export const PARTS = ['interviewer', 'interviewee', 'moderator', 'guest', 'audience'] as const
export const partSchema = z.enum(PARTS, 'Choose a part.')
export type Part = z.infer<typeof partSchema>

const title = line(200).pipe(z.string().min(1, 'Give the interview a title.'))
const slug = z
  .string()
  .trim()
  .min(1, 'Give the page an address.')
  .max(120, 'At most 120 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters a to z, digits and single hyphens between them.')
const language = z.string().trim().refine(isLanguageTag, 'Use a language tag such as en, en-GB, de or ar.')

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // a RangeError is Intl's only way to say "not a tag"
  }
}

const aboutInterview = {
  title,
  slug,
  happenedOn: day,
  place: line(200),
  platform: line(200),
  language,
  standfirst: line(600),
}

/** Who one of the file's speaker labels is; `label` null stands for the turns that name nobody. */
export const speakerDecisionSchema = z.object({
  label: z.string().max(500).nullable(),
  /** Empty: those turns stay without a speaker. Two labels with one name are one participant. */
  name: line(200),
  part: partSchema,
})
export type SpeakerDecision = z.infer<typeof speakerDecisionSchema>

/** What an editor decides in the preview before a transcript is saved. */
export const loadDecisionsSchema = z.object({
  ...aboutInterview,
  speakers: z.array(speakerDecisionSchema).max(1000, 'More than 1000 speakers: choose another format.'),
  /** People whom no label of the file names; who of them speaks where is in `runs`. */
  voices: z
    .array(z.object({ name: line(200).pipe(z.string().min(1, 'Give a name.')), part: partSchema }))
    .max(200, 'At most 200 more speakers.')
    .default([]),
  /** Turns given to a speaker or a voice by name, over the file's own labels. */
  runs: givenRunsSchema.default([]),
  /** A machine wrote the words; where nothing is said, as the file's format suggests (transcripts/machine-made.ts). */
  machineMade: z.boolean().optional(),
  /** The editor was told that this very file was loaded before, and wants it again. */
  loadAgain: z.boolean(),
  /** From a sender that may send twice: the same request loads once (platform/receipts.ts). */
  requestId: z.uuid().optional(),
})
export type LoadDecisions = z.infer<typeof loadDecisionsSchema>

const names = z
  .array(line(120))
  .max(30, 'At most 30 names.')
  .transform((list) => list.filter((name) => name !== ''))

export const editInterviewSchema = z.object({
  interviewId: id,
  /** The version that the form was made from; another one now is a Conflict. */
  version: z.number().int().min(1),
  ...aboutInterview,
  dateline: line(120),
  embargoUntil: z.union([z.iso.datetime({ offset: true, error: 'Give a date and a time.' }), z.null()]),
  bylines: names,
  contributors: names,
})
export type EditInterview = z.infer<typeof editInterviewSchema>

const participantFields = z.object({
  name: line(200).pipe(z.string().min(1, 'Give a name.')),
  part: partSchema,
  /** Of the person behind the participant; empty for an unnamed voice. */
  affiliation: line(200),
  description: line(600),
})
export type ParticipantFields = z.infer<typeof participantFields>

export const saveParticipantSchema = participantFields.extend({
  interviewId: id,
  participantId: id,
  /** What the form was made from; if something else stands now, that is a Conflict. */
  seen: participantFields,
})

/** Who speaks in a run of turns: somebody of this interview, a name (made where it is new), or null for nobody. */
export const setSpeakerSchema = z.object({
  interviewId: id,
  firstTurnId: id,
  lastTurnId: id,
  speaker: z.union([
    z.object({ participantId: id }),
    z.object({ name: participantFields.shape.name, part: partSchema }),
    z.null(),
  ]),
})
export type SpeakerChoice = z.infer<typeof setSpeakerSchema>['speaker']

const alt = line(400).pipe(z.string().min(1, 'Describe the picture for people who cannot see it.'))

/** Words of a picture. Facts of its file (type, size) come from its bytes and never from here. */
export const pictureWordsSchema = z.object({
  interviewId: id,
  alt,
  caption: line(600),
  credit: line(200),
})

export const recordingAddressSchema = z.object({
  interviewId: id,
  url: z
    .string()
    .trim()
    .max(2000, 'At most 2000 characters.')
    .refine(
      (value) => URL.canParse(value) && new URL(value).protocol === 'https:',
      'Give the full address of an audio or video file, starting with https://.',
    )
    .refine(
      (value) => embedOf(value) === null,
      'This is a page that plays a recording, not the file itself. Use “YouTube or Vimeo”.',
    ),
})

export const machineMadeSchema = z.object({ interviewId: id, machineMade: z.boolean() })

export const interviewIdSchema = z.object({ interviewId: id })

/** The page on which somebody else's player plays the recording; transcripts/embed.ts says which are known. */
export const recordingEmbedSchema = z.object({
  interviewId: id,
  page: z.string().trim().max(2000, 'At most 2000 characters.'),
})

/** What a browser says of a file before it sends it. */
export const beginUploadSchema = z.object({
  uploadId: id,
  interviewId: id,
  fileName: z.string().transform((name) => line(200).safeParse(name).data || 'recording'),
  bytes: z.number().int().positive('The file is empty.'),
})
