import { z } from 'zod'
import { earlierLoadSchema, previewSchema } from '@/transcripts/preview-schema'
import { id, partSchema } from '@/transcripts/schema'

/** Replacing a transcript by another: what an editor decides, and what they are shown before anything is stored. */

/**
 * Who one of the file's labels is: somebody of the interview, a new name, or, with neither, whoever said those words in the old
 * transcript. `label` null stands for the turns that name nobody.
 */
const replacedSpeakerSchema = z.object({
  label: z.string().max(500).nullable(),
  participantId: id.nullable(),
  name: z.string().trim().max(200, 'At most 200 characters.'),
  part: partSchema,
})
export type ReplacedSpeaker = z.infer<typeof replacedSpeakerSchema>

/** None: Claimline proposes them. */
export const replacedSpeakersSchema = z
  .array(replacedSpeakerSchema)
  .max(1000, 'More than 1000 speakers: choose another format.')

export const replaceTranscriptSchema = z.object({
  interviewId: id,
  /** Made by the browser and kept as the step's id: sent twice, it is done once. */
  stepId: id,
  /** The `outcome` of the preview that was looked at; another one now is a Conflict. */
  outcome: z.string().min(1),
  speakers: replacedSpeakersSchema,
})
export type ReplaceTranscript = z.infer<typeof replaceTranscriptSchema>

const claimSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  claimReviewed: z.string(),
  /** Null where it lands by itself. */
  why: z.enum(['other-words', 'other-speaker', 'waited-already']).nullable(),
  oldQuote: z.string(),
  /** Words it lands on, or those that stand now where its words were; null where there are none to show. */
  newQuote: z.string().nullable(),
  oldSpeaker: z.string().nullable(),
  newSpeaker: z.string().nullable(),
  startMs: z.number().int().nullable(),
  /** True where an approval was for other words, so that the claim goes back to review. */
  backToReview: z.boolean(),
})
export type ReplacedClaim = z.infer<typeof claimSchema>

const pieceSchema = z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })
const differenceSchema = z.object({ startMs: z.number().int().nullable(), pieces: z.array(pieceSchema) })
export type Difference = z.infer<typeof differenceSchema>

export const replacementPreviewSchema = previewSchema
  .pick({
    fileName: true,
    bytes: true,
    contentHash: true,
    format: true,
    encoding: true,
    counts: true,
    problems: true,
    loadable: true,
  })
  .extend({
    /** Names what would happen to words and claims; sent back with the confirmation. */
    outcome: z.string(),
    /** The transcript was made from these very bytes. */
    sameFile: z.boolean(),
    /** Other interviews that these bytes were loaded into. */
    earlier: z.array(earlierLoadSchema),
    words: z.object({
      old: z.number().int(),
      new: z.number().int(),
      same: z.number().int(),
      changed: z.number().int(),
      added: z.number().int(),
      gone: z.number().int(),
      measured: z.number().int(),
      estimated: z.number().int(),
      untimed: z.number().int(),
    }),
    speakers: z.array(
      replacedSpeakerSchema.extend({
        turns: z.number().int(),
        words: z.number().int(),
        firstQuote: z.string(),
      }),
    ),
    claims: z.array(claimSchema),
    /** Notes that would lose their turn; they stop the replacement. */
    homelessNotes: z.array(z.string()),
    differences: z.object({ total: z.number().int(), items: z.array(differenceSchema) }),
  })
export type ReplacementPreview = z.infer<typeof replacementPreviewSchema>
