import 'server-only'
import { personPath, topicPath } from '@/publishing/addresses'
import type { Cursor, ListPage } from '@/publishing/cursor'
import { changeEntry, claimEntry, interviewEntry } from '@/publishing/feeds/entries'
import type { FeedEntry } from '@/publishing/feeds/feed'
import {
  type FeedClaims,
  feedChanges,
  feedClaims,
  feedInterviews,
  feedPersonName,
  feedTopicName,
} from '@/publishing/feeds/feed-queries'

/** Entries on one page of a feed. */
const A_PAGE = 50

/** A list that can be followed: its names, the page that shows it to people, and its entries from a cursor on. */
export type FollowedList = {
  title: string
  subtitle: string
  home: string
  read: (cursor: Cursor | null, origin: string) => Promise<ListPage<FeedEntry>>
}

async function entries<Row>(
  found: Promise<ListPage<Row>>,
  entryOf: (row: Row) => FeedEntry,
): Promise<ListPage<FeedEntry>> {
  const { rows, ...ways } = await found
  return { ...ways, rows: rows.map(entryOf) }
}

const INTERVIEWS: FollowedList = {
  title: 'Interviews',
  subtitle: 'Interviews, checked claim by claim.',
  home: '/',
  read: (cursor, origin) =>
    entries(feedInterviews({ cursor, limit: A_PAGE }), ({ card, language }) =>
      interviewEntry(card, language, origin),
    ),
}

const CLAIMS: FollowedList = {
  title: 'Claims',
  subtitle: 'What was presented as fact in interviews, with what we found.',
  home: '/claims',
  read: (cursor, origin) => claims({}, cursor, origin),
}

const CORRECTIONS: FollowedList = {
  title: 'Corrections and clarifications',
  subtitle: 'What we got wrong, and what is right.',
  home: '/corrections',
  read: (cursor, origin) =>
    entries(feedChanges({ cursor, limit: A_PAGE }), ({ page, change, position }) =>
      changeEntry(page, change, position, origin),
    ),
}

const LISTS: Readonly<Record<string, FollowedList>> = {
  interviews: INTERVIEWS,
  claims: CLAIMS,
  corrections: CORRECTIONS,
}

/**
 * The list that a feed's path names, without its ending: `claims`, `people/SLUG`, `topics/SLUG`. Null where there is none, or
 * where no published page names that person or topic.
 */
export async function followedList(list: string): Promise<FollowedList | null> {
  const [kind, slug] = list.split('/')
  if (slug === undefined) return Object.hasOwn(LISTS, list) ? (LISTS[list] ?? null) : null
  if (kind === 'people') {
    const name = await feedPersonName(slug)
    return name === null ? null : claimsOn(name, personPath(slug), { personSlug: slug })
  }
  if (kind === 'topics') {
    const name = await feedTopicName(slug)
    return name === null ? null : claimsOn(name, topicPath(slug), { topic: slug })
  }
  return null
}

const claimsOn = (name: string, home: string, of: FeedClaims): FollowedList => ({
  title: `Claims: ${name}`,
  subtitle:
    'The claims that we chose to check. Their number says what we looked at, not how often somebody is right.',
  home,
  read: (cursor, origin) => claims(of, cursor, origin),
})

function claims(of: FeedClaims, cursor: Cursor | null, origin: string) {
  return entries(feedClaims(of, { cursor, limit: A_PAGE }), ({ page, claim, changedAt }) =>
    claimEntry(page, claim, changedAt, origin),
  )
}
