import { z } from 'zod'
import { cardPath, claimPath, pagePath } from '@/publishing/addresses'
import { CARD_HEIGHT, CARD_WIDTH } from '@/publishing/card-size'
import { EMBED_WIDTH, embedHeight, embedSnippet } from '@/publishing/embed-snippet'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { xmlDocument } from '@/publishing/xml-document'

/** oEmbed 1.0 (https://oembed.com), as a provider. */

const pixels = z.coerce.number().int().min(1).max(10_000).optional()
const askedSchema = z.object({
  url: z.url(),
  format: z.string().default('json'),
  maxwidth: pixels,
  maxheight: pixels,
})

export type OembedAsked = {
  slug: string
  number: number | null
  format: 'json' | 'xml'
  /** Pixels; infinite where nothing was asked. */
  maxWidth: number
  maxHeight: number
}

/** What is asked for, or the status of the refusal: 400 for what cannot be read, 404 for what is not ours, 501 for another format. */
export function readOembed(asked: URLSearchParams, origin: string): OembedAsked | 400 | 404 | 501 {
  const read = askedSchema.safeParse(Object.fromEntries(asked))
  if (!read.success) return 400
  const { url, format, maxwidth, maxheight } = read.data
  if (format !== 'json' && format !== 'xml') return 501
  const place = placeOf(new URL(url), origin)
  if (!place) return 404
  return { ...place, format, maxWidth: maxwidth ?? Infinity, maxHeight: maxheight ?? Infinity }
}

/** The interview or claim that an address of this site shows; null for any other. */
function placeOf(url: URL, origin: string): { slug: string; number: number | null } | null {
  if (url.host !== new URL(origin).host) return null
  const [, named, claim] =
    /^\/(?:embed\/)?interviews\/([^/]+)(?:\/claims\/([1-9]\d{0,4}))?\/?$/.exec(url.pathname) ?? []
  if (!named) return null
  const marked = /^#claim-([1-9]\d{0,4})$/.exec(url.hash)?.[1]
  const number = claim ?? marked
  try {
    return { slug: decodeURIComponent(named), number: number ? Number(number) : null }
  } catch {
    return null // a half-written escape names nothing
  }
}

/** The answer as a flat document; null where the page has no such claim. Sizes keep within what was asked. */
export function oembed(
  page: PageSnapshot,
  asked: OembedAsked,
  origin: string,
): Record<string, string | number> | null {
  const { slug, number, maxWidth, maxHeight } = asked
  const claim = number === null ? null : page.claims.find((each) => each.number === number)
  if (claim === undefined) return null
  const title = claim ? `${claim.verdict.label}: ${claim.claimReviewed}` : page.interview.title
  const width = Math.min(EMBED_WIDTH, maxWidth)
  const height = Math.min(embedHeight({ number }), maxHeight)
  const pictured = claim ?? page.claims[0]
  const fits = maxWidth >= CARD_WIDTH && maxHeight >= CARD_HEIGHT
  return {
    type: 'rich',
    version: '1.0',
    title,
    ...(page.interview.bylines.length > 0 ? { author_name: page.interview.bylines.join(', ') } : {}),
    author_url: `${origin}${claim ? claimPath(slug, claim.number) : pagePath(slug)}`,
    provider_name: page.site.name,
    provider_url: origin,
    cache_age: 600,
    ...(pictured && fits
      ? {
          thumbnail_url: `${origin}${cardPath(slug, pictured.number)}`,
          thumbnail_width: CARD_WIDTH,
          thumbnail_height: CARD_HEIGHT,
        }
      : {}),
    html: embedSnippet({ slug, number, title }, origin, { width, height }),
    width,
    height,
  }
}

/** The same document as XML. */
export function oembedXml(answer: Readonly<Record<string, string | number>>): string {
  const texts = Object.entries(answer).map(([name, value]) => [name, String(value)] as const)
  return xmlDocument({ oembed: Object.fromEntries(texts) })
}
