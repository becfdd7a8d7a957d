import { type XmlElement, xmlDocument } from '@/publishing/xml-document'

/** A public address, with the moment (ISO 8601) in which it last changed where that is known. */
export type Place = { path: string; changed: string | null }

/** Most addresses that one sitemap may hold (https://www.sitemaps.org/protocol.html). */
export const SITEMAP_MOST = 50_000

/** What the parts of the sitemap list. Each part has an address of its own beside the index: `/sitemap-claims-3.xml`. */
export const SITEMAP_KINDS = ['pages', 'interviews', 'claims', 'people', 'topics'] as const
export type SitemapKind = (typeof SITEMAP_KINDS)[number]
export type SitemapPart = { kind: SitemapKind; part: number }

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

export const sitemapPartPath = ({ kind, part }: SitemapPart) => `/sitemap-${kind}-${part}.xml`

/** The part that a path names; null for any other path. Parts count from 1. */
export function sitemapPartOf(path: string): SitemapPart | null {
  const [, named, part] = /^\/sitemap-([a-z]+)-([1-9]\d{0,3})\.xml$/.exec(path) ?? []
  const kind = SITEMAP_KINDS.find((each) => each === named)
  return kind && part ? { kind, part: Number(part) } : null
}

/** All parts that hold that many addresses of each kind. */
export function sitemapParts(counts: Readonly<Record<SitemapKind, number>>): SitemapPart[] {
  return SITEMAP_KINDS.flatMap((kind) =>
    Array.from({ length: Math.ceil(counts[kind] / SITEMAP_MOST) }, (_, index) => ({ kind, part: index + 1 })),
  )
}

/** A sitemap of these places. */
export function sitemap(origin: string, places: readonly Place[]): string {
  return xmlDocument({
    urlset: {
      '@xmlns': NAMESPACE,
      url: places.map(({ path, changed }) => located(`${origin}${path}`, changed)),
    },
  })
}

/** The sitemap of sitemaps. @param changed when anything published last changed (ISO 8601), or null. */
export function sitemapIndex(origin: string, parts: readonly SitemapPart[], changed: string | null): string {
  return xmlDocument({
    sitemapindex: {
      '@xmlns': NAMESPACE,
      sitemap: parts.map((part) => located(`${origin}${sitemapPartPath(part)}`, changed)),
    },
  })
}

const located = (loc: string, changed: string | null): XmlElement =>
  changed ? { loc, lastmod: changed } : { loc }

export type NewsPlace = { path: string; title: string; language: string; firstPublishedAt: string }

/** Hours for which a page is news. */
const NEWS_HOURS = 48
/** Most addresses of a news sitemap. */
export const NEWS_MOST = 1000

/** The hour of a moment: the news sitemap is made anew with each hour, because pages cease to be news by themselves. */
export const newsHour = (now: Date) => Math.floor(now.getTime() / 3_600_000)

/** Pages first published after this moment are news throughout the hour. */
export const newsSince = (hour: number) => new Date((hour + 1 - NEWS_HOURS) * 3_600_000)

/** A news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export function newsSitemap(origin: string, siteName: string, places: readonly NewsPlace[]): string {
  return xmlDocument({
    urlset: {
      '@xmlns': NAMESPACE,
      '@xmlns:news': NEWS,
      url: places.map(({ path, title, language, firstPublishedAt }) => ({
        loc: `${origin}${path}`,
        'news:news': {
          'news:publication': { 'news:name': siteName, 'news:language': newsLanguage(language) },
          'news:publication_date': firstPublishedAt,
          'news:title': title,
        },
      })),
    },
  })
}

/** ISO 639 in two or three letters; Chinese alone is told apart by its script. */
function newsLanguage(tag: string): string {
  const [language = 'en', ...rest] = tag.toLowerCase().split('-')
  if (language !== 'zh') return language
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-cn'
}
