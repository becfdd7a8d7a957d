import type { Feed, FeedEntry } from '@/publishing/feeds/feed'
import { type XmlElement, xmlDocument } from '@/publishing/xml-document'

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

/** The feed as Atom (RFC 4287), a page of a longer one where it goes on (RFC 5005, 3). */
export function atomFeed(feed: Feed): string {
  return xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'en',
      id: feed.id,
      title: feed.title,
      subtitle: feed.subtitle,
      updated: feed.updated,
      author: { name: feed.siteName },
      generator: { '@uri': feed.first, '#text': 'Claimline' },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.self },
        { '@rel': 'alternate', '@type': 'text/html', '@href': feed.home },
        { '@rel': 'alternate', '@type': feed.other.type, '@href': feed.other.href },
        { '@rel': 'first', '@type': 'application/atom+xml', '@href': feed.first },
        ...(feed.next === null
          ? []
          : [{ '@rel': 'next', '@type': 'application/atom+xml', '@href': feed.next }]),
      ],
      entry: feed.entries.map(entryElement),
    },
  })
}

function entryElement(entry: FeedEntry): XmlElement {
  return {
    id: entry.id,
    title: entry.title,
    link: [{ '@rel': 'alternate', '@type': 'text/html', '@href': entry.url }],
    published: entry.published,
    updated: entry.updated,
    author: entry.authors.map((name) => ({ name })),
    category: entry.categories.map(({ term, label }) => ({ '@term': term, '@label': label })),
    ...(entry.summary ? { summary: entry.summary } : {}),
    ...(entry.html ? { content: { '@type': 'html', '#text': entry.html } } : {}),
  }
}
