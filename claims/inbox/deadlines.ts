import 'server-only'
import { type NoticeDraft, notify } from '@/claims/notify'
import { readSettings } from '@/newsroom/settings'
import { now } from '@/platform/clock'
import { db, type Prisma } from '@/platform/db'
import { momentWords } from '@/platform/moment-words'

/** How long before a deadline it is near. */
const NEAR_MS = 24 * 60 * 60_000
/** Deadlines that are over for longer are news to nobody: they were told when they were. */
const PAST_MS = 7 * 24 * 60 * 60_000
// More than any desk has in eight days; a bound all the same.
const BATCH = 5_000

/** Whose work it is: who it is assigned to, else who flagged it. */
const claimSelect = {
  id: true,
  number: true,
  interviewId: true,
  assigneeId: true,
  createdById: true,
} satisfies Prisma.ClaimSelect
type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>

/**
 * Tells of deadlines that are near or over: of a claim, and of a right of reply that still waits. Each is told once when
 * it comes near and once when it is over, however often this runs and in however many processes; a deadline that was
 * moved is another one.
 */
export async function tellDeadlines(): Promise<void> {
  const at = now()
  const { timeZone } = await readSettings()
  const when = (moment: Date) => momentWords(moment, timeZone)
  const due = { lte: new Date(at.getTime() + NEAR_MS), gte: new Date(at.getTime() - PAST_MS) }
  const [claims, replies] = await Promise.all([
    db().claim.findMany({
      where: { dueAt: due, status: { notIn: ['approved', 'dropped'] } },
      select: { ...claimSelect, dueAt: true },
      orderBy: { dueAt: 'asc' },
      take: BATCH,
    }),
    db().rightOfReply.findMany({
      where: { outcome: 'waiting', deadline: due, claim: { status: { not: 'dropped' } } },
      select: { id: true, asked: true, deadline: true, claim: { select: claimSelect } },
      orderBy: { deadline: 'asc' },
      take: BATCH,
    }),
  ])
  const drafts: NoticeDraft[] = []
  for (const { dueAt, ...claim } of claims) {
    if (!dueAt) continue
    const over = dueAt <= at
    drafts.push(
      draft(
        claim,
        `due:${claim.id}`,
        dueAt,
        over,
        over ? `It was due ${when(dueAt)}.` : `It is due ${when(dueAt)}.`,
      ),
    )
  }
  for (const { id, asked, deadline, claim } of replies) {
    if (!deadline) continue
    const over = deadline <= at
    const text = over
      ? `${asked} had until ${when(deadline)} to answer. Record the answer, or that there was none.`
      : `${asked} has until ${when(deadline)} to answer.`
    drafts.push(draft(claim, `reply:${id}`, deadline, over, text))
  }
  await db().$transaction((tx) => notify(tx, drafts))
}

function draft(claim: ClaimRow, about: string, moment: Date, over: boolean, text: string): NoticeDraft {
  const whose = claim.assigneeId ?? claim.createdById
  return {
    memberIds: whose ? [whose] : [],
    kind: 'deadline',
    interviewId: claim.interviewId,
    claimId: claim.id,
    actor: null,
    text,
    key: `${about}:${moment.toISOString()}:${over ? 'over' : 'near'}`,
  }
}
