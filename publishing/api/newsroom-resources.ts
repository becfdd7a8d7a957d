import { z } from 'zod'
import { challengeSchema, statusSchema } from '@/claims/words-of-the-trade'
import { listOf } from '@/publishing/api/resources'
import { PARTS } from '@/transcripts/schema'

/** What the newsroom's own API answers. Not public: a token's member sees this at the desk too. */

const moment = z.iso.datetime()
const day = z.iso.date()
const address = z.url()
const count = z.number().int().min(0)

const draftSummarySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  desk: address.describe('Its workspace at the desk.'),
  self: address,
  happenedOn: day.nullable(),
  language: z.string(),
  createdAt: moment,
  revision: count.describe('Rises with each change of its claims, its words or its facts.'),
  claims: count,
  publication: z
    .object({ number: z.number().int().min(1), takenDown: z.boolean(), publishedAt: moment })
    .nullable()
    .describe('The newest; null before the first.'),
})

export const draftListSchema = listOf(draftSummarySchema)

const draftClaimSchema = z.object({
  id: z.uuid(),
  number: z.number().int().min(1),
  version: z.number().int().min(1).describe('Rises with each change of this claim.'),
  revision: count.describe('Revision of the interview in which it changed last.'),
  status: statusSchema,
  quote: z.string(),
  speaker: z.string(),
  startMs: count.nullable(),
  endMs: count.nullable(),
  claimReviewed: z.string(),
  verdict: z.string().nullable().describe('Key of the verdict; null before one is given.'),
  explanation: z.string().describe('Markdown.'),
  challenge: challengeSchema,
  topics: z.array(z.string()),
  assignee: z.string().nullable(),
  dueAt: moment.nullable(),
  approvedAt: moment.nullable().describe('Null where no approval holds for the claim as it stands.'),
  missing: z.array(z.string()).describe('What stands between it and approval, in words.'),
})
export type DraftClaim = z.infer<typeof draftClaimSchema>

export const draftSchema = draftSummarySchema.extend({
  standfirst: z.string(),
  place: z.string(),
  platform: z.string(),
  participants: z.array(
    z.object({ name: z.string(), part: z.enum(PARTS), turns: count.describe('How many turns are theirs.') }),
  ),
  items: z.array(draftClaimSchema).describe('Its claims by number, dropped ones too.'),
})
export type Draft = z.infer<typeof draftSchema>

export const draftChangesSchema = z.object({
  revision: count.describe('Ask with this one next.'),
  claims: z
    .array(draftClaimSchema)
    .describe('Claims that changed after the revision asked for, as they stand now.'),
  transcriptChanged: z
    .boolean()
    .describe('True where words, speakers or times of turns changed: fetch it again.'),
})

const problemPlaceSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  count: z.number().int().min(1),
  lines: z.array(z.number().int()).describe('The first lines on which it stands, where the file has lines.'),
})

export const loadedSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  desk: address,
  self: address,
  format: z.string().nullable(),
  turns: count,
  words: count,
  problems: z.array(problemPlaceSchema).describe('What was doubtful in the file and did not stop the load.'),
})

export const recordingSetSchema = z.object({ revision: count })
