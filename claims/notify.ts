import 'server-only'
import type { NoticeKind } from '@/claims/words-of-the-trade'
import type { Who } from '@/platform/audit'
import type { Tx } from '@/platform/db'

/** Something that members should find in their inbox. */
export type NoticeDraft = {
  memberIds: readonly string[]
  kind: NoticeKind
  interviewId: string
  claimId?: string
  /** Where it is about a line of talk: what the inbox leads to. */
  commentId?: string
  /** Who caused it, and is never told of it; null where only time passed. */
  actor: Who | null
  /** A line for the list: the comment's beginning, the reason, the deadline. Cut to 300 characters. */
  text: string
  /**
   * Says what it is about, so that one member is told of one thing once, e.g. `mentioned:COMMENT_ID`. Something that
   * can happen again (an assignment) carries what tells the times apart, such as the revision.
   */
  key: string
}

const LONGEST = 300

/** Puts notices into inboxes, inside the command's own transaction. Nobody is told of what they did themselves. */
export async function notify(tx: Tx, drafts: readonly NoticeDraft[]): Promise<void> {
  const rows = drafts.flatMap(({ memberIds, actor, text, ...draft }) =>
    [...new Set(memberIds)]
      .filter((memberId) => memberId !== actor?.id)
      .map((memberId) => ({
        ...draft,
        memberId,
        actorName: actor?.name ?? '',
        text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text,
      })),
  )
  if (rows.length === 0) return
  const active = await tx.member.findMany({
    where: { id: { in: rows.map((row) => row.memberId) }, deactivatedAt: null },
    select: { id: true },
  })
  const told = new Set(active.map((member) => member.id))
  await tx.notice.createMany({ data: rows.filter((row) => told.has(row.memberId)), skipDuplicates: true })
}
