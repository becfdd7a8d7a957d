// Longer than most files: the inputs of all commands on claims, which share their fields.
import { z } from 'zod'
import {
  appearanceKindSchema,
  basisSchema,
  challengeSchema,
  evidenceKindSchema,
  prioritySchema,
  replyOutcomeSchema,
  stanceSchema,
  statusSchema,
} from '@/claims/words-of-the-trade'

/** Inputs of the claim commands. Lengths are in characters; times integer milliseconds; days ISO 8601. */

const id = z.uuid('That is not an id.')
/** Made by the browser once an act: sent again, the act is answered and not done again (platform/command.ts). */
const request = id.optional()
const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`)
const text = (most: number) => z.string().max(most, `At most ${most} characters.`)
const day = z.union([z.iso.date('Write the date as YYYY-MM-DD.'), z.null()])
const moment = z.iso.datetime({ offset: true, error: 'Give a date and a time.' })
const webAddress = z
  .string()
  .trim()
  .max(2000, 'At most 2000 characters.')
  .refine((value) => value === '' || isWebAddress(value), 'Start the address with https:// or http://.')

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

/** Words of a transcript, first and last inclusive; each is a turn's id and the word's index within that turn. */
export const wordSelectionSchema = z.object({
  firstTurnId: id,
  firstWord: z.number().int().min(0),
  lastTurnId: id,
  lastWord: z.number().int().min(0),
})
export type WordSelection = z.infer<typeof wordSelectionSchema>

/**
 * The selected words as the editor saw them, white space aside. Where others stand there by now, because somebody
 * corrected the transcript meanwhile, the selection is refused.
 */
const seenWords = z.string().max(100_000).optional()

export const flagClaimSchema = z.object({
  interviewId: id,
  selection: wordSelectionSchema,
  seen: seenWords,
  /** Becomes the claim's id. */
  requestId: id,
  claimReviewed: line(500).default(''),
})

const appearanceSchema = z.object({
  kind: appearanceKindSchema,
  title: line(300),
  url: webAddress,
  archivedUrl: webAddress.default(''),
  on: day,
})

/** What is written down of a claim that was made elsewhere: the words, whose they are, and where they stood. */
export const outsideWordsSchema = z.object({
  quote: line(2000).min(1, 'Give the words as they were written or said.'),
  claimant: line(200).min(1, 'Say who made the claim.'),
  appearance: appearanceSchema,
})
export type OutsideWords = z.infer<typeof outsideWordsSchema>

/** `from` must equal what stands, or it is a Conflict. */
export const saveAppearanceSchema = z.object({
  claimId: id,
  requestId: request,
  from: outsideWordsSchema,
  to: outsideWordsSchema,
})

export const flagOutsideClaimSchema = z.object({
  interviewId: id,
  requestId: id,
  ...outsideWordsSchema.shape,
  claimReviewed: line(500).default(''),
})

/** The fields of a claim that people write. */
export const claimFieldsSchema = z.object({
  claimReviewed: line(500),
  verdictKey: z.string().nullable(),
  explanation: text(20_000),
  challenge: challengeSchema,
  challengeTurnId: id.nullable(),
  internalNote: text(20_000),
  assigneeId: id.nullable(),
  priority: prioritySchema,
  dueAt: moment.nullable(),
  topics: z.array(line(80).min(1)).max(12, 'At most 12 topics.'),
})
export type ClaimFields = z.infer<typeof claimFieldsSchema>

const change = <T extends z.ZodType>(schema: T) => z.object({ from: schema, to: schema }).optional()

/**
 * A revision says of each field it changes what it was (`from`) and what it shall be (`to`). Fields that nobody else
 * touched merge; a field that stands otherwise than `from` is a Conflict.
 */
export const reviseClaimSchema = z.object({
  claimId: id,
  changes: z.object({
    claimReviewed: change(claimFieldsSchema.shape.claimReviewed),
    verdictKey: change(claimFieldsSchema.shape.verdictKey),
    explanation: change(claimFieldsSchema.shape.explanation),
    challenge: change(claimFieldsSchema.shape.challenge),
    challengeTurnId: change(claimFieldsSchema.shape.challengeTurnId),
    internalNote: change(claimFieldsSchema.shape.internalNote),
    assigneeId: change(claimFieldsSchema.shape.assigneeId),
    priority: change(claimFieldsSchema.shape.priority),
    dueAt: change(claimFieldsSchema.shape.dueAt),
    topics: change(claimFieldsSchema.shape.topics),
  }),
})
export type ClaimChanges = z.infer<typeof reviseClaimSchema>['changes']

export const reanchorClaimSchema = z.object({
  claimId: id,
  version: z.number().int(),
  selection: wordSelectionSchema,
  seen: seenWords,
  requestId: request,
})

const evidenceFields = z.object({
  kind: evidenceKindSchema,
  stance: stanceSchema,
  primary: z.boolean().default(false),
  title: line(300).min(1, 'Give the source a title.'),
  publisher: line(200).default(''),
  url: webAddress.default(''),
  archivedUrl: webAddress.default(''),
  quote: text(5000).default(''),
  publishedOn: day.default(null),
  accessedOn: day.default(null),
  internal: z.boolean().default(false),
  expert: z
    .object({
      name: line(200).min(1, 'Give the expert’s name.'),
      affiliation: line(300).default(''),
      description: line(500).default(''),
      basis: basisSchema.nullable().default(null),
    })
    .nullable()
    .default(null),
})
export const evidenceSchema = evidenceFields.superRefine((value, context) => {
  if (value.kind === 'expert' && !value.expert)
    context.addIssue({ code: 'custom', path: ['expert', 'name'], message: 'Give the expert’s name.' })
})
export type EvidenceFields = z.infer<typeof evidenceFields>

/** `evidenceId` null adds one under the request's id; else `from` must equal what stands, or it is a Conflict. */
export const saveEvidenceSchema = z.object({
  claimId: id,
  evidenceId: id.nullable(),
  requestId: id,
  from: evidenceFields.nullable(),
  to: evidenceSchema,
  /** The known person that was picked as the expert; null means whoever bears the name. */
  personId: id.nullable().default(null),
  /** True where what the source says the expert is holds from now on, wherever the expert is named. */
  personChanged: z.boolean().default(false),
  /** A source of this claim that was removed and whose kept copy this one takes over. */
  copyOf: id.nullable().default(null),
})

export const replySchema = z
  .object({
    asked: line(200).min(1, 'Say who was asked.'),
    askedAt: moment,
    deadline: moment.nullable().default(null),
    outcome: replyOutcomeSchema,
    answer: text(5000).default(''),
    answeredAt: moment.nullable().default(null),
  })
  .superRefine((value, context) => {
    if (value.outcome === 'replied' && value.answer.trim() === '')
      context.addIssue({ code: 'custom', path: ['answer'], message: 'Write what they answered.' })
    // Declining often comes with a sentence of its own, which readers should see.
    if ((value.outcome === 'waiting' || value.outcome === 'noAnswer') && value.answer.trim() !== '')
      context.addIssue({
        code: 'custom',
        path: ['outcome'],
        message: 'There is an answer: choose “Replied” or “Declined to comment”.',
      })
    if (value.deadline && value.deadline < value.askedAt)
      context.addIssue({
        code: 'custom',
        path: ['deadline'],
        message: 'The deadline lies before the question.',
      })
  })
export type ReplyFields = z.infer<typeof replySchema>

export const saveReplySchema = z.object({
  claimId: id,
  replyId: id.nullable(),
  requestId: id,
  from: replySchema.nullable(),
  to: replySchema,
})

/** `beforeId` is the source that it shall stand before; null puts it last. */
export const placeEvidenceSchema = z.object({
  claimId: id,
  itemId: id,
  beforeId: id.nullable(),
  requestId: request,
})

export const removeItemSchema = z.object({ claimId: id, itemId: id, requestId: request })

export const moveClaimSchema = z.object({
  claimId: id,
  /** Where the mover saw it; another place is a Conflict. */
  from: statusSchema,
  to: statusSchema,
  requestId: request,
})

export const handBackSchema = z.object({
  claimId: id,
  /** Where the reviewer saw it; another place is a Conflict. */
  from: statusSchema,
  reason: text(2000).refine(
    (value) => value.trim() !== '',
    'Say why it goes back, so that the writer can act on it.',
  ),
  requestId: request,
})

/** What was replayed and heard; other words or seconds by now are a Conflict. */
export const hearClaimSchema = z.object({
  claimId: id,
  quote: z.string().max(100_000),
  startMs: z.number().int().nullable(),
  endMs: z.number().int().nullable(),
  requestId: request,
})

const verdictKey = z.string().min(1, 'Choose a verdict.').max(80)

export const giveOpinionSchema = z.object({
  claimId: id,
  verdictKey,
  reason: text(2000).refine((value) => value.trim() !== '', 'Say in a sentence why.'),
  /** What was judged; other words or another sentence by now are a Conflict. */
  quote: z.string().max(100_000),
  claimReviewed: z.string().max(500),
  requestId: request,
})

export const endTalkSchema = z.object({
  claimId: id,
  /** The claim's verdict, on which the talk ended; another one by now is a Conflict. */
  verdictKey,
  outcome: text(2000).refine((value) => value.trim() !== '', 'Write down how the talk ended.'),
  requestId: request,
})

export const approveClaimSchema = z.object({
  claimId: id,
  /** The version that was read; an approval of anything else is a Conflict. */
  version: z.number().int(),
  requestId: request,
})

export const saveBackgroundSchema = z.object({
  interviewId: id,
  /** Null makes a new note, under the request's id. */
  noteId: id.nullable(),
  requestId: id,
  version: z.number().int().nullable(),
  turnId: id,
  title: line(200).min(1, 'Give the note a title.'),
  body: text(10_000).refine((value) => value.trim() !== '', 'Write the note.'),
  /** Approved notes go out with the next publication. */
  approved: z.boolean(),
})

export const saveChapterSchema = z.object({
  interviewId: id,
  /** Null begins a new chapter, under the request's id. */
  noteId: id.nullable(),
  requestId: id,
  version: z.number().int().nullable(),
  turnId: id,
  title: line(200).min(1, 'Give the chapter a title.'),
})

export const removeChapterSchema = z.object({ noteId: id, requestId: request })

export const removeBackgroundSchema = z.object({ noteId: id, requestId: request })
