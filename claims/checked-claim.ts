import { z } from 'zod'
import {
  appearanceKindSchema,
  basisSchema,
  challengeSchema,
  evidenceKindSchema,
  replyOutcomeSchema,
  stanceSchema,
} from '@/claims/words-of-the-trade'

/**
 * A claim as readers see it. An approval stores exactly this, a publication carries exactly this: what is not in here
 * cannot leave the desk. Internal notes, internal evidence, comments, assignees and status have no field.
 * Dates are ISO 8601 days, moments ISO 8601 in UTC, times in the recording integer milliseconds.
 */

const day = z.iso.date()
const moment = z.iso.datetime()

export const checkedVerdictSchema = z.object({
  key: z.string(),
  label: z.string(),
  definition: z.string(),
  icon: z.string(),
  colour: z.string(),
  ratingValue: z.number().int().min(1).max(5).nullable(),
  rates: z.boolean(),
})
export type CheckedVerdict = z.infer<typeof checkedVerdictSchema>

export const checkedEvidenceSchema = z.object({
  kind: evidenceKindSchema,
  stance: stanceSchema,
  primary: z.boolean(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  archivedUrl: z.string(),
  quote: z.string(),
  publishedOn: day.nullable(),
  accessedOn: day.nullable(),
  expert: z
    .object({
      name: z.string(),
      affiliation: z.string(),
      description: z.string(),
      basis: basisSchema.nullable(),
    })
    .nullable(),
})
export type CheckedEvidence = z.infer<typeof checkedEvidenceSchema>

export const checkedReplySchema = z.object({
  asked: z.string(),
  askedAt: moment,
  deadline: moment.nullable(),
  outcome: replyOutcomeSchema,
  answer: z.string(),
  answeredAt: moment.nullable(),
})
export type CheckedReply = z.infer<typeof checkedReplySchema>

export const checkedClaimSchema = z.object({
  number: z.number().int().min(1),
  /** Null for a claim made outside the interview. Turn ids are the database's; word indexes inclusive within their turn. */
  anchor: z
    .object({
      firstTurnId: z.string(),
      firstWord: z.number().int().min(0),
      lastTurnId: z.string(),
      lastWord: z.number().int().min(0),
    })
    .nullable(),
  /** Exact words; a newline where the quote goes over to another turn. */
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  startMs: z.number().int().min(0).nullable(),
  endMs: z.number().int().min(0).nullable(),
  speaker: z.object({ name: z.string(), personSlug: z.string().nullable(), affiliation: z.string() }),
  appearance: z
    .object({
      kind: appearanceKindSchema,
      title: z.string(),
      url: z.string(),
      archivedUrl: z.string().default(''),
      on: day.nullable(),
    })
    .nullable(),
  claimReviewed: z.string().min(1),
  verdict: checkedVerdictSchema,
  /** Sanitised HTML made from the explanation's small Markdown. */
  explanationHtml: z.string(),
  challenge: z.object({
    kind: challengeSchema,
    turnId: z.string().nullable(),
    ms: z.number().int().min(0).nullable(),
  }),
  evidence: z.array(checkedEvidenceSchema),
  replies: z.array(checkedReplySchema),
  topics: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** The same in all claims that share one check (claims/repeat); null in what was approved before checks were shared. */
  checkId: z.string().nullable().default(null),
  /** When the second person agreed. */
  checkedAt: moment,
})
export type CheckedClaim = z.infer<typeof checkedClaimSchema>

/** True where two experts under one claim take opposite stances: shown side by side as "Experts disagree". */
export function expertsDisagree(evidence: readonly CheckedEvidence[]): boolean {
  const stances = new Set(evidence.filter((item) => item.kind === 'expert').map((item) => item.stance))
  return stances.has('supports') && stances.has('disputes')
}
