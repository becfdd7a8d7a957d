import { z } from 'zod'

/** Shapes of the sample's four JSON files. Strict: a misspelt key is an error, not a field that is quietly lost. */

const text = z.string().trim().min(1)
const day = z.iso.date()
const moment = z.iso.datetime()
const milliseconds = z.int().nonnegative()
/** Addresses are invented too, so only the names reserved for examples are taken (RFC 2606). */
const url = z
  .url()
  .refine((address) => /^(.+\.)?example(\.(com|org|net))?$/.test(new URL(address).hostname), {
    error: 'an address of the sample must be on example.org or end in .example',
  })

export const turnSchema = z.strictObject({
  speaker: text,
  text,
  wordStarts: z.array(milliseconds),
  wordEnds: z.array(milliseconds),
})

export const interviewSchema = z.strictObject({
  title: text,
  standfirst: text,
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  language: text,
  happenedOn: day,
  place: text,
  platform: text,
  dateline: text,
  byline: z.array(text).min(1),
  contributors: z.array(text),
  embargo: moment.nullable(),
  /** `file` is a name in this folder. */
  picture: z.strictObject({ file: text, alt: text, caption: text, credit: text }),
  participants: z.array(
    z.strictObject({
      key: text,
      name: text,
      part: z.enum(['interviewer', 'interviewee', 'moderator', 'guest', 'audience']),
      affiliation: text.nullable(),
      description: text.nullable(),
      /** Key in `persons`, for one who speaks in other interviews too or is quoted elsewhere. */
      person: text.nullable(),
    }),
  ),
  /** People who outlive one interview: politicians, and experts quoted as evidence (matched by name). */
  persons: z.array(z.strictObject({ key: text, name: text, affiliation: text, description: text })),
  /** `file` is a name in this folder. */
  recording: z.strictObject({ file: text, mime: text, durationMs: milliseconds }),
  turns: z.array(turnSchema).min(1),
})

export const verdictKeySchema = z.enum([
  'unsubstantiated',
  'false',
  'misleading',
  'missing-context',
  'exaggerated',
  'disputed',
  'correct',
  'context',
])

export const evidenceSchema = z.strictObject({
  kind: z.enum(['document', 'dataset', 'report', 'post', 'recording', 'expert', 'statement']),
  stance: z.enum(['supports', 'disputes', 'context']),
  primary: z.boolean(),
  title: text,
  publisher: text,
  url: url.nullable(),
  archivedUrl: url.nullable(),
  quote: text.nullable(),
  publishedOn: day.nullable(),
  accessedOn: day.nullable(),
  expert: z
    .strictObject({ name: text, affiliation: text, basis: z.enum(['sawData', 'opinion']), description: text })
    .optional(),
  /** For the desk only; no reader may ever see it. */
  internal: z.boolean(),
})

export const replySchema = z.strictObject({
  asked: text,
  askedAt: moment,
  deadline: moment,
  outcome: z.enum(['replied', 'declined', 'noAnswer', 'waiting']),
  answer: text.nullable(),
  answeredAt: moment.nullable(),
})

export const claimSchema = z.strictObject({
  /** Zero-based turn of the quote; for a quote that runs over several, its first and last; null where nobody said it in the room. */
  turn: z.union([z.int(), z.strictObject({ fromTurn: z.int(), toTurn: z.int() })]).nullable(),
  /** Whole words of the turn as they stand there; the texts of several turns are joined by one space. */
  quote: text,
  claimReviewed: text,
  /** Key of the participant who made the claim. */
  speaker: text,
  verdict: verdictKeySchema.nullable(),
  challenged: z.enum(['unchallenged', 'partly', 'challenged']),
  /** Zero-based turn in which somebody pushed back. */
  challengedTurn: z.int().nullable(),
  explanation: text,
  topics: z.array(text).min(1),
  status: z.enum(['approved', 'researching', 'dropped']),
  origin: z.enum(['interview', 'elsewhere']),
  appearance: z
    .strictObject({ kind: z.enum(['post', 'speech', 'statement', 'article']), title: text, url, on: day })
    .nullable(),
  evidence: z.array(evidenceSchema),
  replies: z.array(replySchema),
})

export const backgroundSchema = z.strictObject({ turn: z.int(), title: text, body: text })

const reviewed = z
  .strictObject({ verdict: verdictKeySchema, claimReviewed: text, explanation: text })
  .partial()

export const changeSchema = z.strictObject({
  /** Zero-based index in claims.json. */
  claim: z.int(),
  kind: z.enum(['update', 'clarification', 'correction']),
  /** Of a correction: what was wrong. */
  wrong: z.string().default(''),
  /** What readers are told about the change. */
  note: text,
  /** The fields as first published, which is how claims.json has them. */
  before: reviewed,
  after: reviewed,
  addEvidence: z.array(evidenceSchema),
})

export type SampleInterview = z.infer<typeof interviewSchema>
export type SampleClaim = z.infer<typeof claimSchema>
export type SampleEvidence = z.infer<typeof evidenceSchema>
export type SampleReply = z.infer<typeof replySchema>
export type SampleBackground = z.infer<typeof backgroundSchema>
export type SampleChange = z.infer<typeof changeSchema>
