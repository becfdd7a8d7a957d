import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid } from '@/platform/errors'
import { momentWords } from '@/platform/moment-words'
import { canChangeSlug, canEditInterview } from '@/transcripts/policy'
import { type EditInterview, editInterviewSchema } from '@/transcripts/schema'
import { bumpRevision, lockInterview, requireFreeSlug, slugRace } from '@/transcripts/store'
import type { InterviewFields } from '@/transcripts/views'

/**
 * Changes the interview's own fields. @returns its new version and revision.
 * @throws Conflict with `current` (InterviewFields and `version`) where somebody changed it since the form was made;
 * Invalid on `slug` where the address is taken, or published and therefore fixed, and on `embargoUntil` where a planned publication comes before it.
 */
export const editInterview = command({
  input: editInterviewSchema,
  load: (tx, input) => lockInterview(tx, input.interviewId),
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input, loaded }) => {
    const before = fieldsOf(loaded)
    if (loaded.version !== input.version)
      throw new Conflict(
        'Somebody else changed this interview while you were writing. Nothing was saved yet.',
        {
          ...before,
          version: loaded.version,
        },
      )
    await requireEmbargoBeforePlan(tx, input)
    if (input.slug !== loaded.slug) await requireChangeableSlug(tx, input, loaded._count.publications)

    const { interviewId, version, ...after } = input
    const { bylines, contributors, ...columns } = after
    await tx.interview
      .update({
        where: { id: interviewId },
        data: {
          ...columns,
          happenedOn: after.happenedOn === null ? null : new Date(after.happenedOn),
          embargoUntil: after.embargoUntil === null ? null : new Date(after.embargoUntil),
          version: { increment: 1 },
        },
        select: { id: true },
      })
      .catch(slugRace)
    await replaceCredits(tx, interviewId, { bylines, contributors })
    const revision = await bumpRevision(tx, interviewId)
    return {
      value: { version: version + 1, revision },
      audit: [{ action: 'interview.edited', subject: after.title, interviewId, before, after }],
    }
  },
})

/** An embargo that ends after a publication that is planned would silently stop it: somebody decides which of the two holds. */
async function requireEmbargoBeforePlan(
  tx: Tx,
  { interviewId, embargoUntil }: Pick<EditInterview, 'interviewId' | 'embargoUntil'>,
): Promise<void> {
  if (embargoUntil === null) return
  const plan = await tx.publicationPlan.findFirst({
    where: { interviewId, state: 'waiting', publishAt: { lt: new Date(embargoUntil) } },
    select: { publishAt: true },
  })
  if (!plan) return
  const { timeZone } = await readSettings(tx)
  const message = `A publication is planned for ${momentWords(plan.publishAt, timeZone)}, before this embargo would end. Move that plan or withdraw it first.`
  throw new Invalid(message, { embargoUntil: message })
}

async function requireChangeableSlug(tx: Tx, input: EditInterview, publications: number): Promise<void> {
  const decision = canChangeSlug({ publications })
  if (!decision.allowed) throw new Invalid(decision.reason, { slug: decision.reason })
  await requireFreeSlug(tx, input.slug, input.interviewId)
}

async function replaceCredits(
  tx: Tx,
  interviewId: string,
  credits: { bylines: string[]; contributors: string[] },
): Promise<void> {
  const rows = [
    ...credits.bylines.map((name) => ({ part: 'byline' as const, name })),
    ...credits.contributors.map((name) => ({ part: 'contributor' as const, name })),
  ]
  await tx.credit.deleteMany({ where: { interviewId } })
  await tx.credit.createMany({ data: rows.map((row, position) => ({ ...row, interviewId, position })) })
}

function fieldsOf(interview: Awaited<ReturnType<typeof lockInterview>>): InterviewFields {
  const credited = (part: string) =>
    interview.credits.filter((credit) => credit.part === part).map(({ name }) => name)
  return {
    title: interview.title,
    slug: interview.slug,
    standfirst: interview.standfirst,
    dateline: interview.dateline,
    happenedOn: interview.happenedOn?.toISOString().slice(0, 10) ?? null,
    place: interview.place,
    platform: interview.platform,
    language: interview.language,
    embargoUntil: interview.embargoUntil?.toISOString() ?? null,
    bylines: credited('byline'),
    contributors: credited('contributor'),
  }
}
