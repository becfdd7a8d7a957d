import { z } from 'zod'
import type { noticeKindSchema } from '@/claims/words-of-the-trade'

/** What of the inbox is shown; the page's address carries it. */

export const INBOX_FILTERS = [
  'all',
  'unread',
  'assigned',
  'talk',
  'handedBack',
  'deadline',
  'readers',
] as const
export const inboxFilterSchema = z.enum(INBOX_FILTERS).catch('all')
export type InboxFilter = z.infer<typeof inboxFilterSchema>

export const INBOX_FILTER_LABELS: Record<InboxFilter, string> = {
  all: 'All',
  unread: 'Unread',
  assigned: 'Assigned to me',
  talk: 'Talk',
  handedBack: 'Handed back',
  deadline: 'Deadlines',
  readers: 'From readers',
}

/** Kinds of notices that a filter shows; null for all. */
export const KINDS_SHOWN: Record<InboxFilter, readonly z.infer<typeof noticeKindSchema>[] | null> = {
  all: null,
  unread: null,
  assigned: ['assigned'],
  talk: ['mentioned', 'replied', 'talk'],
  handedBack: ['handedBack'],
  deadline: ['deadline'],
  readers: ['reported'],
}

const id = z.uuid('That is not an id.')

export const markNoticesSchema = z.object({ ids: z.array(id).min(1).max(100), read: z.boolean() })

/** The moment at which all were marked: taking it back opens exactly those. */
export const markedAtSchema = z.object({ at: z.iso.datetime({ error: 'Give a moment.' }) })

export const mailNoticesSchema = z.object({ mailNotices: z.boolean() })
