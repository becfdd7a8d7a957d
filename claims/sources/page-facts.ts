import { Parser } from 'htmlparser2'
import { dayIn } from '@/claims/sources/page-day'
import { type StructuredFacts, structuredFacts } from '@/claims/sources/structured-data'
import type { AppearanceKind, EvidenceKind } from '@/claims/words-of-the-trade'

/** What a page says of itself. Empty where it says nothing; days ISO 8601 as the page writes them. */
export type PageFacts = {
  title: string
  /** Publisher, or the site's own name. */
  publisher: string
  author: string
  publishedOn: string | null
  /** BCP 47, as far as the page says. */
  language: string
  /** The address by which the page wants to be known; null where it names none, or one of another site. */
  canonicalUrl: string | null
  description: string
  kind: EvidenceKind | null
  appearanceKind: AppearanceKind | null
}

type Found = {
  meta: Map<string, string>
  title: string
  language: string
  canonical: string
  time: string
  structured: StructuredFacts
}

/**
 * Reads Open Graph, JSON-LD, Highwire and Dublin Core, and what HTML itself has. Where they differ, what was made for
 * citing (Highwire, Dublin Core, JSON-LD) goes before what was made for sharing.
 * @param url where the page was found.
 */
export function pageFacts(
  html: string,
  url: URL,
  headers: { language: string } = { language: '' },
): PageFacts {
  const { meta, structured, ...found } = collect(html)
  const first = (...names: readonly string[]) =>
    names.map((name) => meta.get(name) ?? '').find((one) => one !== '') ?? ''
  const kind = structured.kind ?? (meta.has('citation_title') ? 'report' : null)
  return {
    title: line(
      first('citation_title', 'dc.title', 'dcterms.title') ||
        structured.title ||
        first('og:title', 'twitter:title') ||
        found.title,
      300,
    ),
    publisher: line(
      first('citation_journal_title', 'citation_publisher', 'dc.publisher', 'dcterms.publisher') ||
        structured.publisher ||
        first('og:site_name', 'application-name') ||
        url.hostname.replace(/^www\./, ''),
      200,
    ),
    author: line(
      first('citation_author', 'dc.creator', 'dcterms.creator') ||
        structured.author ||
        nameIn(first('author', 'article:author', 'parsely-author')),
      200,
    ),
    publishedOn:
      dayIn(
        first(
          'citation_publication_date',
          'citation_online_date',
          'citation_date',
          'dcterms.issued',
          'dcterms.date',
          'dc.date.issued',
          'dc.date',
        ),
      ) ??
      dayIn(structured.published) ??
      dayIn(
        first(
          'article:published_time',
          'og:article:published_time',
          'datepublished',
          'parsely-pub-date',
          'date',
          'pubdate',
        ),
      ) ??
      dayIn(found.time),
    language: line(
      found.language ||
        first('og:locale', 'citation_language', 'dc.language').replace('_', '-') ||
        headers.language.split(',')[0] ||
        '',
      35,
    ),
    canonicalUrl: sameSite(found.canonical || first('og:url'), url),
    description: line(
      first('og:description', 'description', 'dc.description', 'dcterms.abstract') || structured.description,
      500,
    ),
    kind,
    appearanceKind: appearanceKindOf(kind, structured, first('og:type')),
  }
}

/** One pass over the page; nothing of it is ever shown or run. */
function collect(html: string): Found {
  const found: Found = {
    meta: new Map(),
    title: '',
    language: '',
    canonical: '',
    time: '',
    structured: structuredFacts([]),
  }
  const scripts: string[] = []
  let into: 'title' | 'script' | null = null
  let inSvg = 0
  const parser = new Parser({
    onopentag(name, given) {
      if (name === 'svg') inSvg += 1
      if (name === 'html') found.language ||= given.lang ?? given['xml:lang'] ?? ''
      else if (name === 'meta') {
        const key = (given.property ?? given.name ?? given.itemprop ?? '').trim().toLowerCase()
        const content = (given.content ?? '').trim()
        if (key && content && !found.meta.has(key)) found.meta.set(key, content)
      } else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(given.rel ?? ''))
        found.canonical ||= given.href ?? ''
      else if (name === 'time') found.time ||= given.datetime ?? ''
      // A drawing has titles of its own.
      else if (name === 'title' && inSvg === 0 && found.title === '') into = 'title'
      else if (name === 'script' && /^application\/ld\+json\b/i.test(given.type ?? '')) {
        into = 'script'
        scripts.push('')
      }
    },
    ontext(text) {
      if (into === 'title') found.title += text
      else if (into === 'script') scripts.push(`${scripts.pop() ?? ''}${text}`)
    },
    onclosetag(name) {
      if (name === 'svg') inSvg -= 1
      if (name === 'title' || name === 'script') into = null
    },
  })
  parser.end(html)
  found.structured = structuredFacts(scripts)
  return found
}

/** One line without control characters and signs that turn a text around; cut at a word. */
export function line(text: string, most: number): string {
  const plain = text
    .replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  if (plain.length <= most) return plain
  return `${plain.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}

/** Some sites put the address of the author's page where a name should stand. */
function nameIn(text: string): string {
  return /^https?:\/\//i.test(text) ? '' : text
}

/** A page may name itself otherwise, but no page may name another site as itself. */
function sameSite(address: string, url: URL): string | null {
  if (address === '' || !URL.canParse(address, url)) return null
  const named = new URL(address, url)
  const host = (one: URL) => one.hostname.replace(/^(www|m|amp)\./, '')
  const fits = /^https?:$/.test(named.protocol) && host(named) === host(url) && named.username === ''
  return fits && named.href.length <= 2000 ? named.href : null
}

function appearanceKindOf(
  kind: EvidenceKind | null,
  structured: StructuredFacts,
  ogType: string,
): AppearanceKind | null {
  if (kind === 'post') return 'post'
  if (structured.isArticle || ogType === 'article') return 'article'
  if (/^(video|music)\b/.test(ogType) || kind === 'recording') return 'broadcast'
  return kind === 'report' || kind === 'dataset' || kind === 'document' ? 'document' : null
}
