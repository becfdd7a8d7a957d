// Longer than most files: every shape that the public API answers with, so that its document is read in one place.
import { z } from 'zod'
import {
  challengeSchema,
  evidenceKindSchema,
  replyOutcomeSchema,
  stanceSchema,
} from '@/claims/words-of-the-trade'
import { PARTS } from '@/transcripts/schema'

/**
 * What the public API answers, once: answers are parsed with these shapes before they leave, the OpenAPI document is made of
 * them, and what is not in them cannot be sent. Dates are ISO 8601 days, moments ISO 8601 in UTC, times in a recording integer
 * milliseconds, addresses absolute.
 */

const day = z.iso.date()
const moment = z.iso.datetime()
const address = z.url().describe('Absolute address.')
const ms = z.number().int().min(0)
const count = z.number().int().min(0)
const slug = z.string().min(1)

export const verdictSchema = z.object({
  key: slug.describe('Stays the same when the label is reworded.'),
  label: z.string(),
  definition: z.string(),
  ratingValue: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe('From 1 (worst) to 5 (best); null where the verdict is no step of a scale.'),
  rates: z.boolean().describe('False for notes that rate nothing, such as context.'),
})

export const verdictCountSchema = verdictSchema.extend({ claims: count })

const placedInterviewSchema = z.object({ slug, title: z.string(), url: address, self: address })

export const interviewSummarySchema = z.object({
  slug,
  url: address.describe('The page for readers.'),
  self: address.describe('This interview in the API.'),
  title: z.string(),
  standfirst: z.string(),
  dateline: z.string(),
  happenedOn: day.nullable(),
  firstPublishedAt: moment,
  publishedAt: moment.describe('When what stands now was published.'),
  publication: z.number().int().min(1).describe('Number of the publication; rises with each change.'),
  claims: count.describe('Claims that were rated.'),
  challenged: count.describe('Rated claims that somebody pushed back on, on air.'),
  verdicts: z.array(z.object({ key: slug, label: z.string(), claims: count })),
})

const participantSchema = z.object({
  name: z.string(),
  slug: slug.nullable().describe('Null for an unnamed voice.'),
  part: z.enum(PARTS),
  affiliation: z.string(),
  description: z.string(),
})

export const changeSchema = z.object({
  kind: z.enum(['update', 'clarification', 'correction']),
  wrong: z.string().describe('What was wrong, in a correction; may be empty.'),
  note: z.string(),
  claim: z.number().int().min(1).nullable().describe('Null where the whole page is meant.'),
  at: moment,
  publication: z.number().int().min(1),
})

export const interviewSchema = interviewSummarySchema.extend({
  place: z.string(),
  platform: z.string(),
  language: z.string().describe('BCP 47.'),
  direction: z.enum(['ltr', 'rtl']),
  bylines: z.array(z.string()),
  contributors: z.array(z.string()),
  picture: z
    .object({
      url: address,
      mime: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      alt: z.string(),
      caption: z.string(),
      credit: z.string(),
    })
    .nullable(),
  recording: z
    .object({
      url: address
        .nullable()
        .describe('The file, here or elsewhere; null where only another’s player plays it.'),
      watch: address.nullable().describe('The page of the player that plays it; null where there is a file.'),
      mime: z.string(),
      durationMs: ms.nullable(),
    })
    .nullable(),
  participants: z.array(participantSchema),
  chapters: z.array(z.object({ turn: count, title: z.string(), startMs: ms.nullable() })),
  changes: z.array(changeSchema).describe('Newest first.'),
  links: z.object({ transcript: address, claims: address }),
})

export const transcriptSchema = z.object({
  interview: placedInterviewSchema,
  publication: z.number().int().min(1),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  participants: z.array(participantSchema),
  turns: z.array(
    z.object({
      turn: count,
      participant: count
        .nullable()
        .describe('Index into `participants`; null where the speaker is not known.'),
      text: z.string(),
      startMs: ms.nullable(),
      endMs: ms.nullable(),
      wordStarts: z
        .array(ms)
        .optional()
        .describe('With `words=true`: the start of each word; empty where the turn is untimed.'),
      wordEnds: z.array(ms).optional(),
    }),
  ),
})

const sourceSchema = z.object({
  kind: evidenceKindSchema,
  stance: stanceSchema,
  primary: z.boolean(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().describe('May be empty: not every source is on the web.'),
  archivedUrl: z.string(),
  quote: z.string(),
  publishedOn: day.nullable(),
  accessedOn: day.nullable(),
  expert: z.object({ name: z.string(), affiliation: z.string(), description: z.string() }).nullable(),
})

export const claimSchema = z.object({
  number: z.number().int().min(1),
  url: address,
  self: address,
  interview: placedInterviewSchema,
  quote: z.string().describe('Exact words; a line break where they go over to another turn.'),
  prefix: z.string(),
  suffix: z.string(),
  place: z
    .object({ firstTurn: count, firstWord: count, lastTurn: count, lastWord: count })
    .nullable()
    .describe(
      'Turns by position, words by position in their turn, inclusive; null for a claim made elsewhere.',
    ),
  startMs: ms.nullable(),
  endMs: ms.nullable(),
  speaker: z.object({ name: z.string(), slug: slug.nullable(), affiliation: z.string() }),
  madeElsewhere: z
    .object({
      kind: z.string(),
      title: z.string(),
      url: z.string(),
      archivedUrl: z.string(),
      on: day.nullable(),
    })
    .nullable(),
  claimReviewed: z.string().describe('The claim in one sentence, as it was checked.'),
  verdict: verdictSchema,
  explanationHtml: z.string().describe('Sanitised HTML: paragraphs, lists, links, emphasis.'),
  challenge: z.object({ kind: challengeSchema, turn: count.nullable(), ms: ms.nullable() }),
  sources: z.array(sourceSchema),
  replies: z.array(
    z.object({
      asked: z.string(),
      askedAt: moment,
      deadline: moment.nullable(),
      outcome: replyOutcomeSchema,
      answer: z.string(),
      answeredAt: moment.nullable(),
    }),
  ),
  topics: z.array(z.object({ slug, name: z.string() })),
  checkedAt: moment.describe('When the second person agreed.'),
  publishedAt: moment.describe('When the publication that shows it so went out.'),
})

export const personSchema = z.object({
  slug,
  url: address,
  name: z.string(),
  affiliation: z.string(),
  description: z.string(),
  claims: count.describe('Published claims. What was checked was chosen: it says nothing about honesty.'),
})

export const topicSchema = z.object({ slug, url: address, name: z.string(), claims: count })

export const siteChangeSchema = changeSchema.extend({ interview: placedInterviewSchema })

const passageSchema = z
  .object({
    cutBefore: z.boolean(),
    cutAfter: z.boolean(),
    parts: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  })
  .describe('Plain text in parts; `hit` marks what was asked for.')

const foundSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('claim'),
    url: address,
    self: address,
    interview: placedInterviewSchema,
    number: z.number().int().min(1),
    verdict: z.object({ key: slug, label: z.string() }),
    speaker: z.object({ name: z.string(), slug: slug.nullable() }),
    claimReviewed: passageSchema,
    passage: passageSchema.nullable().describe('From the quote or the explanation, where that was found by.'),
  }),
  z.object({
    kind: z.literal('said'),
    url: address.describe('The second in which it was said.'),
    interview: placedInterviewSchema,
    turn: count,
    startMs: ms.nullable(),
    on: day,
    speaker: z.object({ name: z.string(), slug: slug.nullable() }).nullable(),
    passage: passageSchema,
  }),
])
export type Found = z.infer<typeof foundSchema>

const countedSchema = z.object({ count, more: z.boolean().describe('True where nobody counted on.') })

/** One page of a list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: address.nullable().describe('Where the list goes on; also in the Link header. Null at its end.'),
  })
}

export const interviewListSchema = listOf(interviewSummarySchema)
export const claimListSchema = listOf(claimSchema)
export const changeListSchema = listOf(siteChangeSchema)
export const personListSchema = listOf(personSchema)
export const topicListSchema = listOf(topicSchema)
export const verdictListSchema = listOf(verdictCountSchema)

export const searchSchema = listOf(foundSchema).extend({
  instead: z
    .string()
    .nullable()
    .describe('The question that was answered, where nothing says what was asked.'),
  tooCommon: z.boolean().describe('True where the question is made of words that every text says.'),
  claims: countedSchema,
  said: countedSchema,
})

/** RFC 9457, with what in the request was wrong. */
export const problemSchema = z.object({
  type: address.describe('Names the kind of problem, and says what it means when opened.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        detail: z.string(),
        parameter: z.string().optional().describe('Name of the query parameter.'),
        pointer: z.string().optional().describe('JSON Pointer (RFC 6901) into the body, as a fragment.'),
        line: z.number().int().min(1).optional().describe('Line of the file.'),
      }),
    )
    .optional(),
})
export type Problem = z.infer<typeof problemSchema>

export type InterviewSummary = z.infer<typeof interviewSummarySchema>
export type Interview = z.infer<typeof interviewSchema>
export type Transcript = z.infer<typeof transcriptSchema>
export type Claim = z.infer<typeof claimSchema>
