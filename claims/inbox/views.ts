import type { NoticeKind } from '@/claims/words-of-the-trade'

/** A line of a member's inbox. Moments are ISO 8601 in UTC. */
export type NoticeView = {
  id: string
  kind: NoticeKind
  at: string
  read: boolean
  /** What happened: “Ada Quill named you in the talk of claim 7”. */
  sentence: string
  /** The comment's beginning, the reason, the deadline; may be empty. */
  text: string
  /** Of the interview; empty where there is none. */
  title: string
  /** Marks it as read and leads to the very place. */
  href: string
}

/** A page of the inbox, the newest first. */
export type InboxPage = {
  notices: NoticeView[]
  /** What the next page begins after; null at the end. */
  next: string | null
  unread: number
}
