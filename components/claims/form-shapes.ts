import { z } from 'zod'
import {
  type EvidenceFields,
  evidenceSchema,
  type OutsideWords,
  outsideWordsSchema,
  type ReplyFields,
  replySchema,
} from '@/claims/schema'
import type { ClaimView, EvidenceView } from '@/claims/views'
import {
  appearanceKindSchema,
  basisSchema,
  evidenceKindSchema,
  replyOutcomeSchema,
  stanceSchema,
} from '@/claims/words-of-the-trade'

/** Forms as they stand while being filled in: every text is allowed, an empty date is an empty string. */

const evidenceFormSchema = z.object({
  kind: evidenceKindSchema,
  stance: stanceSchema,
  primary: z.boolean(),
  internal: z.boolean(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  archivedUrl: z.string(),
  quote: z.string(),
  publishedOn: z.string(),
  accessedOn: z.string(),
  expertName: z.string(),
  affiliation: z.string(),
  description: z.string(),
  basis: z.union([basisSchema, z.literal('')]),
  /** The known person that was picked; empty where the name was typed. */
  personId: z.string().default(''),
  /** The expert is this from now on, wherever they are named. */
  personChanged: z.boolean().default(false),
})
export type EvidenceForm = z.infer<typeof evidenceFormSchema>

/** With what stood there when typing began: after a reload, a colleague's change in between is still seen. */
export const keptEvidenceSchema = z.object({
  form: evidenceFormSchema,
  from: evidenceSchema.nullable().catch(null),
})

/** What of a source is written, without what the server adds to it. */
export function sourceFields({
  id: _id,
  personId: _personId,
  copy: _copy,
  ...fields
}: EvidenceView): EvidenceFields {
  return fields
}

export function evidenceFormOf(fields: EvidenceFields | null, today = ''): EvidenceForm {
  return {
    kind: fields?.kind ?? 'document',
    stance: fields?.stance ?? 'disputes',
    primary: fields?.primary ?? false,
    internal: fields?.internal ?? false,
    title: fields?.title ?? '',
    publisher: fields?.publisher ?? '',
    url: fields?.url ?? '',
    archivedUrl: fields?.archivedUrl ?? '',
    quote: fields?.quote ?? '',
    publishedOn: fields?.publishedOn ?? '',
    accessedOn: fields ? (fields.accessedOn ?? '') : today,
    expertName: fields?.expert?.name ?? '',
    affiliation: fields?.expert?.affiliation ?? '',
    description: fields?.expert?.description ?? '',
    basis: fields?.expert?.basis ?? '',
    personId: '',
    personChanged: false,
  }
}

export function evidenceOf(form: EvidenceForm): EvidenceFields {
  const { expertName, affiliation, description, basis, publishedOn, accessedOn, ...more } = form
  const { personId: _personId, personChanged: _personChanged, ...rest } = more
  return {
    ...rest,
    publishedOn: publishedOn || null,
    accessedOn: accessedOn || null,
    expert:
      form.kind === 'expert' ? { name: expertName, affiliation, description, basis: basis || null } : null,
  }
}

const replyFormSchema = z.object({
  asked: z.string(),
  askedAt: z.string(),
  deadline: z.string(),
  outcome: replyOutcomeSchema,
  answer: z.string(),
  answeredAt: z.string(),
})
export type ReplyForm = z.infer<typeof replyFormSchema>

export const keptReplySchema = z.object({ form: replyFormSchema, from: replySchema.nullable().catch(null) })

export function replyFormOf(fields: ReplyFields | null, now: Date): ReplyForm {
  return {
    asked: fields?.asked ?? '',
    askedAt: localMoment(fields ? fields.askedAt : now.toISOString()),
    deadline: localMoment(fields?.deadline ?? null),
    outcome: fields?.outcome ?? 'waiting',
    answer: fields?.answer ?? '',
    answeredAt: localMoment(fields?.answeredAt ?? null),
  }
}

export function replyOf(form: ReplyForm): ReplyFields {
  return {
    asked: form.asked,
    askedAt: moment(form.askedAt) ?? '',
    deadline: moment(form.deadline),
    outcome: form.outcome,
    answer: form.answer,
    answeredAt: moment(form.answeredAt),
  }
}

/** What an `<input type="datetime-local">` holds for a moment: `YYYY-MM-DDTHH:MM` in this browser's zone. */
export function localMoment(iso: string | null): string {
  if (!iso) return ''
  const date = new Date(iso)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

function moment(local: string): string | null {
  const date = new Date(local)
  return local === '' || Number.isNaN(date.getTime()) ? null : date.toISOString()
}

export const outsideFormSchema = z.object({
  quote: z.string(),
  claimant: z.string(),
  kind: appearanceKindSchema,
  title: z.string(),
  url: z.string(),
  archivedUrl: z.string().default(''),
  on: z.string(),
})
export type OutsideForm = z.infer<typeof outsideFormSchema>
export const OUTSIDE_FORM: OutsideForm = {
  quote: '',
  claimant: '',
  kind: 'post',
  title: '',
  url: '',
  archivedUrl: '',
  on: '',
}

export const keptOutsideSchema = z.object({ form: outsideFormSchema, from: outsideWordsSchema })

export function outsideFormOf({ quote, claimant, appearance }: OutsideWords): OutsideForm {
  return { quote, claimant, ...appearance, on: appearance.on ?? '' }
}

export function outsideOf({ quote, claimant, ...appearance }: OutsideForm): OutsideWords {
  return { quote, claimant, appearance: { ...appearance, on: appearance.on || null } }
}

/** What stands of a claim made elsewhere; null for one made in the interview. */
export function outsideWordsOf({ quote, speaker, appearance }: ClaimView): OutsideWords | null {
  return appearance && { quote, claimant: speaker, appearance }
}

/** `version` is that of the note when typing began; null for a new one. */
export const noteFormSchema = z.object({
  title: z.string(),
  body: z.string(),
  version: z.number().nullable(),
})

/** A chapter is its title. */
export const chapterFormSchema = z.object({ title: z.string() })

/** Messages by the field's own name, from paths such as `to.expert.name`. */
export function messagesByField(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const messages: Record<string, string> = {}
  for (const issue of issues) messages[issue.path.map(String).join('.')] ??= issue.message
  return messages
}
