import 'server-only'
import type { CommentView, TalkView, ThreadView } from '@/claims/talk/views'
import type { Actor } from '@/newsroom/roles'
import { db, type Prisma, type Reader } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/** How many threads of a place are shown; older ones are counted. */
const THREADS = 200

const commentSelect = {
  id: true,
  kind: true,
  authorId: true,
  author: { select: { name: true } },
  body: true,
  createdAt: true,
  mentions: { select: { member: { select: { id: true, name: true } } } },
} satisfies Prisma.CommentSelect

type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>

/**
 * The talk of a claim, or of the interview itself where `claimId` is null, as a member sees it.
 * @throws NotFound
 */
export async function talkView(
  actor: Actor,
  { interviewId, claimId }: { interviewId: string; claimId: string | null },
): Promise<TalkView> {
  const reader = db()
  const place = claimId
    ? await reader.claim.findFirst({ where: { id: claimId, interviewId }, select: { id: true } })
    : await reader.interview.findUnique({ where: { id: interviewId }, select: { id: true } })
  if (!place) throw new NotFound('There is no such claim or interview.')
  const where = { interviewId, claimId, threadId: null }
  const [openers, count, look] = await Promise.all([
    reader.comment.findMany({
      where,
      select: {
        ...commentSelect,
        resolvedAt: true,
        resolvedBy: { select: { name: true } },
        answers: { select: commentSelect, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: THREADS,
    }),
    reader.comment.count({ where }),
    reader.talkLook.findUnique({
      where: { memberId_placeId: { memberId: actor.id, placeId: place.id } },
      select: { seenAt: true },
    }),
  ])
  const present = (row: CommentRow): CommentView => ({
    id: row.id,
    author: row.author?.name ?? 'Claimline',
    own: row.authorId === actor.id,
    body: row.body,
    at: row.createdAt.toISOString(),
    mentions: row.mentions.map((mention) => mention.member),
    unread: row.authorId !== actor.id && !(look && row.createdAt <= look.seenAt),
  })
  const threads = openers.reverse().map(
    ({ answers, resolvedAt, resolvedBy, ...opener }): ThreadView => ({
      id: opener.id,
      kind: opener.kind,
      resolved: resolvedAt && { by: resolvedBy?.name ?? 'Claimline', at: resolvedAt.toISOString() },
      comments: [present(opener), ...answers.map(present)],
    }),
  )
  return { claimId, threads, leftOut: count - threads.length }
}

/** The talk of a claim whose interview is not at hand. @throws NotFound */
export async function claimTalk(actor: Actor, claimId: string): Promise<TalkView> {
  const claim = await db().claim.findUnique({ where: { id: claimId }, select: { interviewId: true } })
  if (!claim) throw new NotFound('There is no such claim.')
  return talkView(actor, { interviewId: claim.interviewId, claimId })
}

/** Threads about the interview itself that nobody has settled. */
export function openThreads(reader: Reader, interviewId: string): Promise<number> {
  return reader.comment.count({
    where: { interviewId, claimId: null, threadId: null, resolvedAt: null },
  })
}
