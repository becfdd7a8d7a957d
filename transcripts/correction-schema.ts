import { z } from 'zod'
import { id, setSpeakerSchema } from '@/transcripts/schema'

/**
 * Corrections of a transcript: one step, one sentence in its history, one undo. Each step says what its editor saw, and
 * is refused as a Conflict where something else stands by now. Word indexes are those of `wordsOf`, times integer ms.
 */

const ms = z.number().int('Whole milliseconds.').min(0, 'Before the start.').max(2_147_483_647)
/** The text of a turn as the editor saw it. */
const seen = z.string().max(1_000_000)
const text = z.string().max(1_000_000, 'That is more than one turn can hold.')
const turn = z.object({ turnId: id, seen })

/** Other words in one turn. Words that stay keep their times; new ones get estimated ones. */
const words = turn.extend({ kind: z.literal('words'), text })

/** Cuts a turn before one of its words; the rest becomes `newTurnId`, by the same speaker. */
const split = turn.extend({ kind: z.literal('split'), beforeWord: z.number().int().min(1), newTurnId: id })

/** Puts a turn's words at the end of the turn before it, which keeps its speaker. */
const merge = turn.extend({ kind: z.literal('merge') })

const speaker = setSpeakerSchema.omit({ interviewId: true }).extend({ kind: z.literal('speaker') })

/** Another name before every turn of a participant. */
const rename = z.object({
  kind: z.literal('rename'),
  participantId: id,
  seen: z.string(),
  name: z.string().trim().min(1, 'Give a name.').max(200, 'At most 200 characters.'),
})

export const findSchema = z.object({
  find: z.string().min(1, 'Say what to look for.').max(200, 'At most 200 characters.'),
  matchCase: z.boolean(),
  wholeWords: z.boolean(),
})
export type Find = z.infer<typeof findSchema>

/** Replaces in these turns every place that the preview showed and the editor did not take out. */
const replace = findSchema.extend({
  kind: z.literal('replace'),
  replacement: z.string().max(500, 'At most 500 characters.'),
  /** Places as character ranges in the turn's text as seen, half open, in order. */
  places: z
    .array(
      turn.extend({ ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(1)])).min(1) }),
    )
    .min(1, 'Choose at least one place.')
    .max(20_000, 'Too many places for one step.'),
})

/** Moves every time by so many ms; what would begin before the recording begins at its start. */
const shift = z.object({
  kind: z.literal('shift'),
  byMs: z
    .number()
    .int()
    .refine((by) => by !== 0, 'That moves nothing.'),
})

/** Two moments of the transcript and where they are in the recording; everything between and beyond follows in a line. */
const stretch = z
  .object({
    kind: z.literal('stretch'),
    first: z.object({ fromMs: ms, toMs: ms }),
    last: z.object({ fromMs: ms, toMs: ms }),
  })
  .refine(({ first, last }) => first.fromMs < last.fromMs, {
    path: ['last', 'fromMs'],
    error: 'The second point must come after the first.',
  })
  .refine(({ first, last }) => first.toMs < last.toMs, {
    path: ['last', 'toMs'],
    error: 'The second point must come after the first.',
  })

/** Where a turn begins; its words move along. */
const time = z.object({ kind: z.literal('time'), turnId: id, seenMs: ms.nullable(), startMs: ms })

export const stepSchema = z.union([words, split, merge, speaker, rename, replace, shift, stretch, time])
export type Step = z.infer<typeof stepSchema>

/** What a line of the history may be: a step, one taken back, a whole transcript replaced. */
export const STEP_KINDS = [
  'words',
  'split',
  'merge',
  'speaker',
  'rename',
  'replace',
  'shift',
  'stretch',
  'time',
  'undo',
  'transcript',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

export const correctTranscriptSchema = z.object({
  interviewId: id,
  /** Made by the browser and kept as the step's id: sent twice, it is done once. */
  stepId: id,
  step: stepSchema,
})
export type CorrectTranscript = z.infer<typeof correctTranscriptSchema>

/** Takes one step back, as a step of its own. */
export const undoStepSchema = z.object({ interviewId: id, stepId: id, undoes: id })

/** A place between prefix and suffix where a claim's quote may be meant. Never applied alone. */
export type Proposal = {
  selection: { firstTurnId: string; firstWord: number; lastTurnId: string; lastWord: number }
  /** The words that stand there now. */
  quote: string
  prefix: string
  suffix: string
  startMs: number | null
  /** 0 to 1, strictly scored (claims/propose-anchor.ts). */
  score: number
}
