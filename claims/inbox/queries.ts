import 'server-only'
import { noticeSentence } from '@/claims/inbox/notice-words'
import { type InboxFilter, KINDS_SHOWN } from '@/claims/inbox/schema'
import type { InboxPage, NoticeView } from '@/claims/inbox/views'
import { db, type Prisma } from '@/platform/db'

const PAGE = 50

export const noticeSelect = {
  id: true,
  kind: true,
  at: true,
  readAt: true,
  actorName: true,
  text: true,
  interviewId: true,
  commentId: true,
  interview: { select: { title: true } },
  claim: { select: { number: true } },
  comment: { select: { threadId: true } },
} satisfies Prisma.NoticeSelect

export type NoticeRow = Prisma.NoticeGetPayload<{ select: typeof noticeSelect }>

export function presentNotice(row: NoticeRow): NoticeView {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    read: row.readAt !== null,
    sentence: noticeSentence({
      kind: row.kind,
      actorName: row.actorName,
      claimNumber: row.claim?.number ?? null,
      isAnswer: row.comment?.threadId != null,
    }),
    text: row.text,
    title: row.interview?.title ?? '',
    href: `/desk/inbox/open/${row.id}`,
  }
}

/**
 * A member's inbox, the newest first, a page at a time.
 * @param after `next` of the page before; something else is no page of anybody's.
 */
export async function inboxPage(
  memberId: string,
  { filter, after }: { filter: InboxFilter; after: string | null },
): Promise<InboxPage> {
  const kinds = KINDS_SHOWN[filter]
  const from = after === null ? null : pageMark(after)
  const where: Prisma.NoticeWhereInput = {
    memberId,
    ...(kinds ? { kind: { in: [...kinds] } } : {}),
    ...(filter === 'unread' ? { readAt: null } : {}),
    ...(from ? { OR: [{ at: { lt: from.at } }, { at: from.at, id: { lt: from.id } }] } : {}),
  }
  const [rows, unread] = await Promise.all([
    db().notice.findMany({
      where,
      select: noticeSelect,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    }),
    unreadNotices(memberId),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    notices: shown.map(presentNotice),
    next: rows.length > PAGE && last ? `${last.at.getTime()}_${last.id}` : null,
    unread,
  }
}

function pageMark(mark: string): { at: Date; id: string } | null {
  const [, ms, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(mark) ?? []
  return ms && id ? { at: new Date(Number(ms)), id } : null
}

export function unreadNotices(memberId: string): Promise<number> {
  return db().notice.count({ where: { memberId, readAt: null } })
}

/** Where a notice leads, as a path of this site; null where it is not this member's, or nothing is left to lead to. */
export async function placeOfNotice(memberId: string, noticeId: string): Promise<string | null> {
  const notice = await db().notice.findFirst({ where: { id: noticeId, memberId }, select: noticeSelect })
  if (!notice?.interviewId) return null
  if (notice.kind === 'reported') return `/desk/reports?interview=${notice.interviewId}`
  if (notice.kind === 'planned') return `/desk/interviews/${notice.interviewId}/publish`
  const comment = notice.commentId ? `?comment=${notice.commentId}` : ''
  const claim = notice.claim ? `#claim-${notice.claim.number}` : ''
  return `/desk/interviews/${notice.interviewId}${comment}${claim}`
}

/** Whether a member has notices sent by e-mail as well. */
export async function mailsNotices(memberId: string): Promise<boolean> {
  const member = await db().member.findUnique({ where: { id: memberId }, select: { mailNotices: true } })
  return member?.mailNotices ?? false
}
