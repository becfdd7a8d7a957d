import { FEED_FORMATS, feedPath } from '@/publishing/feeds/feed-paths'

/** A list of one person's or one topic's claims, and what it is called. */
export type FeedName = { name: `people/${string}` | `topics/${string}`; title: string }
export type FeedLink = { href: string; type: string; title: string }

const EVERYWHERE = [
  { name: 'interviews', title: 'Interviews' },
  { name: 'claims', title: 'Claims' },
  { name: 'corrections', title: 'Corrections and clarifications' },
]

/** The feeds that a page names in its head, in each format; the page's own first. */
export function feedLinks(own?: FeedName): FeedLink[] {
  const lists = own ? [own, ...EVERYWHERE] : EVERYWHERE
  return lists.flatMap(({ name, title }) =>
    (['atom', 'json'] as const).map((format) => ({
      href: feedPath(name, format),
      type: FEED_FORMATS[format].split(';')[0] ?? '',
      title: `${title} (${format === 'atom' ? 'Atom' : 'JSON Feed'})`,
    })),
  )
}
