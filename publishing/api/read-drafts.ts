import 'server-only'
import { deskChanges, deskView } from '@/claims/queries'
import type { ClaimView } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import { isoDay } from '@/platform/clock'
import { db, type Prisma } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { cursorOf, keyIn } from '@/publishing/api/list-page'
import type { Draft, DraftClaim } from '@/publishing/api/newsroom-resources'
import { interviewHead } from '@/transcripts/queries'

/** What a token may read of the desk: what its member sees there. Never asked by a public route. */

const SUMMARY = {
  id: true,
  slug: true,
  title: true,
  happenedOn: true,
  language: true,
  createdAt: true,
  revision: true,
  _count: { select: { claims: true } },
  publications: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, kind: true, publishedAt: true },
  },
} as const

type Summary = Omit<Draft, 'items' | 'participants' | 'standfirst' | 'place' | 'platform'>

/** Interviews, the newest first; one more than asked shows that the list goes on. @throws Invalid */
export async function draftsAfter(
  cursor: string | undefined,
  limit: number,
  origin: string,
): Promise<{ draft: Summary; cursor: string }[]> {
  const from = keyIn(cursor)
  const rows = await db().interview.findMany({
    ...(from
      ? {
          where: {
            OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.interviewId } }],
          },
        }
      : {}),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: SUMMARY,
  })
  return rows.map((row) => ({
    cursor: cursorOf(row.createdAt, row.id, 0),
    draft: summaryOf(row, origin),
  }))
}

type SummaryRow = Prisma.InterviewGetPayload<{ select: typeof SUMMARY }>

/** An interview in a few words, as lists and the whole draft both begin. */
function summaryOf(
  { createdAt, happenedOn, _count, publications: [newest], ...row }: SummaryRow,
  origin: string,
): Summary {
  return {
    ...row,
    ...draftPlaces(origin, row.id),
    happenedOn: isoDay(happenedOn),
    createdAt: createdAt.toISOString(),
    claims: _count.claims,
    publication: newest
      ? {
          number: newest.number,
          takenDown: newest.kind === 'takedown',
          publishedAt: newest.publishedAt.toISOString(),
        }
      : null,
  }
}

/** Where an interview is at the desk, and in this API. */
export const draftPlaces = (origin: string, id: string) => ({
  desk: `${origin}/desk/interviews/${id}`,
  self: `${origin}/api/newsroom/v1/interviews/${id}`,
})

/** One interview as it stands at the desk. @throws NotFound */
export async function readDraft(actor: Actor, id: string, origin: string): Promise<Draft> {
  // The revision is read first: what changes while the rest is read comes with the next question.
  const row = await db().interview.findUnique({ where: { id }, select: SUMMARY })
  const [view, head] = row ? await Promise.all([deskView(actor, id), interviewHead(id)]) : [null, null]
  if (!row || !view || !head) throw new NotFound('There is no such interview. It may have been removed.')
  return {
    ...summaryOf(row, origin),
    standfirst: head.standfirst,
    place: head.place,
    platform: head.platform,
    participants: head.participants.map(({ name, part, turns }) => ({ name, part, turns })),
    items: view.claims.map(draftClaim).sort((a, b) => a.number - b.number),
  }
}

/** What changed after a revision. @throws NotFound */
export async function draftChanges(actor: Actor, id: string, since: number) {
  const { revision, claims, turns } = await deskChanges(actor, id, since)
  return {
    revision,
    claims: claims.map(draftClaim),
    transcriptChanged: turns.changed.length > 0 || turns.removed.length > 0,
  }
}

function draftClaim(claim: ClaimView): DraftClaim {
  const { id, number, version, revision, status, quote, speaker, startMs, endMs, claimReviewed } = claim
  return {
    ...{ id, number, version, revision, status, quote, speaker, startMs, endMs, claimReviewed },
    verdict: claim.verdictKey,
    explanation: claim.explanation,
    challenge: claim.challenge,
    topics: claim.topics,
    assignee: claim.assignee?.name ?? null,
    dueAt: claim.dueAt,
    approvedAt: claim.approval?.current ? claim.approval.at : null,
    missing: claim.missing,
  }
}
