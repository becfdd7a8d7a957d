/** A feed as its readers get it, in whichever format. Addresses are absolute, moments ISO 8601 in UTC. */
export type Feed = {
  id: string
  title: string
  subtitle: string
  siteName: string
  /** The page that shows the same to people. */
  home: string
  self: string
  /** This list from its beginning, and where it goes on; null on its last page (RFC 5005, 3). */
  first: string
  next: string | null
  /** The other format of the same list. */
  other: { href: string; type: string }
  updated: string
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** Names this entry for ever: the same in both formats, and after a change. */
  id: string
  url: string
  title: string
  published: string
  updated: string
  authors: string[]
  summary: string
  /** Sanitised. */
  html: string
  categories: { term: string; label: string }[]
  /** BCP 47, of the words that were said. */
  language: string
  image: string | null
}

/**
 * A tag URI (RFC 4151) for something first published at that moment: it stays the same though the text changes, and is nobody
 * else's.
 * @param path from the site's root, as it was on that day.
 */
export function tagUri(origin: string, firstPublishedAt: string, path: string): string {
  return `tag:${new URL(origin).hostname},${firstPublishedAt.slice(0, 10)}:${path}`
}

/** The newest of some moments; `otherwise` where there are none. */
export function newest(moments: readonly string[], otherwise: string): string {
  return moments.reduce((latest, at) => (at > latest ? at : latest), moments[0] ?? otherwise)
}
