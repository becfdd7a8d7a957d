import { z } from 'zod'
import { partSchema } from '@/transcripts/schema'

/** What the server answers about a file before anything is stored. Times are milliseconds, moments ISO 8601. */

const problemGroupSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  count: z.number().int(),
  message: z.string(),
  /** The first places; `count` may be more. */
  places: z.array(
    z.object({ line: z.number().int().nullable(), path: z.string().nullable(), message: z.string() }),
  ),
})
export type ProblemGroup = z.infer<typeof problemGroupSchema>

const previewSpeakerSchema = z.object({
  label: z.string().nullable(),
  turns: z.number().int(),
  words: z.number().int(),
  firstQuote: z.string(),
  /** Proposals that the editor may change. */
  name: z.string(),
  part: partSchema,
})
export type PreviewSpeaker = z.infer<typeof previewSpeakerSchema>

const previewTurnSchema = z.object({
  speaker: z.string().nullable(),
  text: z.string(),
  startMs: z.number().int().nullable(),
})
export type PreviewTurn = z.infer<typeof previewTurnSchema>

export const earlierLoadSchema = z.object({
  id: z.string(),
  title: z.string(),
  loadedAt: z.string(),
  loadedBy: z.string().nullable(),
})

export const previewSchema = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  contentHash: z.string(),
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  counts: z.object({
    turns: z.number().int(),
    words: z.number().int(),
    durationMs: z.number().int().nullable(),
    /** `measured` where the file times words; `spread` where it times cues and words share their time; `none`. */
    times: z.enum(['measured', 'spread', 'none']),
  }),
  problems: z.array(problemGroupSchema),
  /** True where nothing stops the load. */
  loadable: z.boolean(),
  speakers: z.array(previewSpeakerSchema),
  turns: z.array(previewTurnSchema),
  proposed: z.object({
    title: z.string(),
    slug: z.string(),
    happenedOn: z.string(),
    place: z.string(),
    platform: z.string(),
    language: z.string(),
  }),
  /** Proposed by the format: a machine wrote the words. */
  machineMade: z.boolean(),
  earlier: z.array(earlierLoadSchema),
})
export type Preview = z.infer<typeof previewSchema>
