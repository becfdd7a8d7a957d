import type { PageFacts } from '@/claims/sources/page-facts'
import { line } from '@/claims/sources/page-facts'
import type { EvidenceKind } from '@/claims/words-of-the-trade'

/** Kinds of file that are worth a line as a source although there is no page to read. */
const KINDS: readonly (readonly [RegExp, EvidenceKind])[] = [
  [
    /^application\/pdf$|opendocument\.text|wordprocessingml|^application\/msword|^text\/plain$|^application\/rtf/,
    'document',
  ],
  [
    /^text\/csv$|spreadsheetml|opendocument\.spreadsheet|ms-excel|^application\/(json|geo\+json|x-ndjson)$|^text\/tab-sep/,
    'dataset',
  ],
  [/^(audio|video)\//, 'recording'],
  [/^image\//, 'document'],
]

/** What a file's head says: its name and kind; null for what is no source anybody could read. */
export function fileFacts({
  url,
  mime,
  contentDisposition,
  language,
}: {
  url: URL
  mime: string
  contentDisposition: string
  language: string
}): PageFacts | null {
  const kind = KINDS.find(([types]) => types.test(mime))?.[1]
  if (!kind) return null
  return {
    title: line(
      nameIn(contentDisposition) || decoded(url.pathname.split('/').at(-1) ?? '') || url.hostname,
      300,
    ),
    publisher: line(url.hostname.replace(/^www\./, ''), 200),
    author: '',
    publishedOn: null,
    language: line(language.split(',')[0] ?? '', 35),
    canonicalUrl: null,
    description: '',
    kind,
    appearanceKind: kind === 'recording' ? 'broadcast' : 'document',
  }
}

/** The file's name in a Content-Disposition (RFC 6266); empty where it names none. */
export function nameIn(disposition: string): string {
  const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition)
  const name = extended ? decoded(extended.trim()) : (plain?.[1] ?? plain?.[2] ?? '').trim()
  return name.split(/[\\/]/).at(-1) ?? ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray per cent sign is a per cent sign
  }
}
