import type { Feed } from '@/publishing/feeds/feed'

export const JSON_FEED_TYPE = 'application/feed+json; charset=utf-8'

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: feed.self,
    ...(feed.next === null ? {} : { next_url: feed.next }),
    language: 'en',
    authors: [{ name: feed.siteName, url: new URL(feed.self).origin }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      ...(entry.html ? { content_html: entry.html } : { content_text: entry.summary }),
      ...(entry.html && entry.summary ? { summary: entry.summary } : {}),
      ...(entry.image ? { image: entry.image } : {}),
      date_published: entry.published,
      date_modified: entry.updated,
      ...(entry.authors.length > 0 ? { authors: entry.authors.map((name) => ({ name })) } : {}),
      tags: entry.categories.map(({ label }) => label),
      language: entry.language,
    })),
  })
}
