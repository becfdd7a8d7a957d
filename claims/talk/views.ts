import type { PersonName } from '@/claims/views'

/** What the desk says to itself, as a member sees it. Moments are ISO 8601 in UTC. Never public. */

export type CommentView = {
  id: string
  author: string
  /** Whether the member who looks wrote it. */
  own: boolean
  body: string
  at: string
  mentions: PersonName[]
  /** It came after this member last read the talk here. */
  unread: boolean
}

export type ThreadView = {
  /** Of the comment that opened it. */
  id: string
  /** `handedBack`: it began with the reason for which the claim was handed back. */
  kind: 'comment' | 'handedBack'
  resolved: { by: string; at: string } | null
  /** The opening one first. */
  comments: [CommentView, ...CommentView[]]
}

/** The talk of one place: a claim, or the interview itself. The oldest thread first. */
export type TalkView = {
  claimId: string | null
  threads: ThreadView[]
  /** How many older threads are left out. */
  leftOut: number
}
