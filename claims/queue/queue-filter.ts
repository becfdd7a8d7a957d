import { z } from 'zod'
import {
  challengeSchema,
  PRIORITIES,
  prioritySchema,
  STATUSES,
  type Status,
  statusSchema,
} from '@/claims/words-of-the-trade'

/**
 * What the queue of claims may be narrowed by and how it is ordered. The page's address carries all of it; what is
 * unreadable there is left out rather than refused, so that an old link still shows something.
 */

export const SORTS = ['changed', 'due', 'priority', 'words', 'oldest'] as const
export type QueueSort = (typeof SORTS)[number]
export const SORT_LABELS: Record<QueueSort, string> = {
  changed: 'Latest change first',
  due: 'Due first',
  priority: 'Most urgent first',
  words: 'By interview, in the order of its words',
  oldest: 'Flagged first',
}

export const DUE_CHOICES = ['overdue', 'today', 'week', 'none'] as const
export type DueChoice = (typeof DUE_CHOICES)[number]
export const DUE_LABELS: Record<DueChoice, string> = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due this week',
  none: 'Without a due time',
}

/** Work that is not done: neither agreed nor dropped. */
export const UNDONE: readonly Status[] = STATUSES.filter((one) => one !== 'approved' && one !== 'dropped')

const listOf = <T extends string>(known: readonly T[], one: z.ZodType<T>) =>
  z
    .string()
    .transform((text) => {
      const named = text.split(',').flatMap((part) => one.safeParse(part).data ?? [])
      return known.filter((value) => named.includes(value))
    })
    .catch([])
const choice = <T>(one: z.ZodType<T>) => one.nullable().catch(null).default(null)
const yes = z
  .string()
  .transform((text) => text === '1')
  .catch(false)
  .default(false)

/** Most characters of a search; more of them find nothing that fewer do not. */
const TEXT_MOST = 200

const addressSchema = z.object({
  /** Empty is all but dropped. */
  status: listOf(STATUSES, statusSchema).default([]),
  /** A member, or these two words; null is everybody. */
  assignee: choice(z.union([z.literal('me'), z.literal('nobody'), z.uuid()])),
  /** Empty is any. */
  priority: listOf(PRIORITIES, prioritySchema).default([]),
  due: choice(z.enum(DUE_CHOICES)),
  interview: choice(z.uuid()),
  /** Key of the scale, or `none`. */
  verdict: choice(z.string().regex(/^[\w-]{1,80}$/)),
  /** Slug. */
  topic: choice(z.string().regex(/^[a-z0-9-]{1,200}$/)),
  challenge: choice(challengeSchema),
  back: yes,
  lost: yes,
  unseen: yes,
  q: z
    .string()
    .transform((text) => text.replace(/\0/g, '').trim().slice(0, TEXT_MOST).trim())
    .catch('')
    .default(''),
  sort: z.enum(SORTS).catch('changed').default('changed'),
})

export type QueueFilter = {
  /** Empty is all but dropped. */
  statuses: Status[]
  /** `me`, `nobody` or a member's id; null is everybody. */
  assignee: string | null
  /** Empty is any. */
  priorities: (typeof PRIORITIES)[number][]
  due: DueChoice | null
  interviewId: string | null
  /** A key of the scale, or `none`; null is any. */
  verdict: string | null
  /** Slug of a topic. */
  topic: string | null
  challenge: z.infer<typeof challengeSchema> | null
  handedBack: boolean
  /** Waits for words: a correction changed what it quotes. */
  needsAnchor: boolean
  /** Changed since this member last looked, or never looked at. */
  unseen: boolean
  /** Words that the interview's title, the sentence or the quote hold. */
  text: string
  sort: QueueSort
}

/** The queue as it is without a choice. */
export const ALL: QueueFilter = readFilter({})

/** What a page's `searchParams` say; of a name given twice the first counts. */
export function readFilter(query: Record<string, string | string[] | undefined>): QueueFilter {
  const single = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  // A form sends what was not chosen as nothing.
  const given = Object.fromEntries(Object.entries(single).filter(([, value]) => value))
  const asked = addressSchema.parse(given)
  return {
    statuses: asked.status,
    assignee: asked.assignee,
    priorities: asked.priority,
    due: asked.due,
    interviewId: asked.interview,
    verdict: asked.verdict,
    topic: asked.topic,
    challenge: asked.challenge,
    handedBack: asked.back,
    needsAnchor: asked.lost,
    unseen: asked.unseen,
    text: asked.q,
    sort: asked.sort,
  }
}

/** The filter as a query without its question mark; empty for the whole queue. `readFilter` reads it back. */
export function filterQuery(filter: QueueFilter): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | null) => {
    if (value) query.set(name, value)
  }
  put('status', filter.statuses.join(','))
  put('assignee', filter.assignee)
  put('priority', filter.priorities.join(','))
  put('due', filter.due)
  put('interview', filter.interviewId)
  put('verdict', filter.verdict)
  put('topic', filter.topic)
  put('challenge', filter.challenge)
  put('back', filter.handedBack ? '1' : null)
  put('lost', filter.needsAnchor ? '1' : null)
  put('unseen', filter.unseen ? '1' : null)
  put('q', filter.text)
  put('sort', filter.sort === 'changed' ? null : filter.sort)
  return query.toString()
}

/** As `readFilter`, from a query that was kept. */
export function filterOfQuery(query: string): QueueFilter {
  return readFilter(Object.fromEntries(new URLSearchParams(query)))
}

/** Where the queue shows this filter. */
export function queueAddress(filter: QueueFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(filterQuery(filter))
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size === 0 ? '/desk/claims' : `/desk/claims?${query}`
}

/** The queues that every member has. */
export const PRESETS: readonly { key: string; label: string; filter: QueueFilter }[] = [
  { key: 'mine', label: 'Mine', filter: { ...ALL, assignee: 'me', statuses: [...UNDONE], sort: 'due' } },
  { key: 'review', label: 'To review', filter: { ...ALL, statuses: ['inReview'], sort: 'due' } },
  {
    key: 'back',
    label: 'Handed back to me',
    filter: { ...ALL, assignee: 'me', handedBack: true, statuses: [...UNDONE] },
  },
  {
    key: 'unassigned',
    label: 'Unassigned',
    filter: { ...ALL, assignee: 'nobody', statuses: [...UNDONE], sort: 'priority' },
  },
  { key: 'overdue', label: 'Overdue', filter: { ...ALL, due: 'overdue', sort: 'due' } },
]

/** How many choices narrow the queue; the order is none of them. */
export function narrowings(filter: QueueFilter): number {
  return new URLSearchParams(filterQuery({ ...filter, sort: 'changed' })).size
}
