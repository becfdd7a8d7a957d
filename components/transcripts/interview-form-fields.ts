import { z } from 'zod'
import { fromZonedLocal, toZonedLocal } from '@/platform/zoned-time'
import type { EditInterview } from '@/transcripts/schema'
import type { InterviewFields } from '@/transcripts/views'

/** The form as it stands while it is being filled in: every text is allowed, names stand one a line. */
export const interviewFormSchema = z.object({
  title: z.string(),
  slug: z.string(),
  standfirst: z.string(),
  dateline: z.string(),
  happenedOn: z.string(),
  place: z.string(),
  platform: z.string(),
  language: z.string(),
  /** `YYYY-MM-DDTHH:MM` in the newsroom's zone; empty for none. */
  embargo: z.string(),
  bylines: z.string(),
  contributors: z.string(),
})
export type InterviewFormFields = z.infer<typeof interviewFormSchema>

export const FIELD_LABELS: Record<keyof InterviewFormFields, string> = {
  title: 'Title',
  slug: 'Address',
  standfirst: 'Standfirst',
  dateline: 'Dateline',
  happenedOn: 'Date of the interview',
  place: 'Place',
  platform: 'Broadcaster or platform',
  language: 'Language',
  embargo: 'Embargo until',
  bylines: 'By',
  contributors: 'Contributed to this report',
}

export function formFieldsOf(fields: InterviewFields, zone: string): InterviewFormFields {
  const { title, slug, standfirst, dateline, place, platform, language } = fields
  return {
    title,
    slug,
    standfirst,
    dateline,
    place,
    platform,
    language,
    happenedOn: fields.happenedOn ?? '',
    embargo: fields.embargoUntil === null ? '' : toZonedLocal(fields.embargoUntil, zone),
    bylines: fields.bylines.join('\n'),
    contributors: fields.contributors.join('\n'),
  }
}

/** What the command takes. @throws nothing: the server's schema says what is wrong with it. */
export function inputOf(
  form: InterviewFormFields,
  zone: string,
  interview: { id: string; version: number },
): EditInterview {
  const { embargo, bylines, contributors, happenedOn, ...rest } = form
  return {
    ...rest,
    interviewId: interview.id,
    version: interview.version,
    happenedOn: happenedOn || null,
    embargoUntil: embargo === '' ? null : (fromZonedLocal(embargo, zone) ?? embargo),
    bylines: bylines.split('\n'),
    contributors: contributors.split('\n'),
  }
}

/** Fields in which two forms differ, in the order of the form. */
export function differences(
  mine: InterviewFormFields,
  theirs: InterviewFormFields,
): (keyof InterviewFormFields)[] {
  return interviewFormSchema.keyof().options.filter((name) => mine[name].trim() !== theirs[name].trim())
}
