import { embedPath } from '@/publishing/addresses'

/** What can be embedded: an interview, or one claim of it. */
export type Embedded = { slug: string; number: number | null; title: string }

/** Address of the script that gives frames the height of what is in them. It stays the same for ever: it stands in other people's pages. */
export const RESIZE_PATH = '/embed/resize.js'

/** Pixels that a frame starts from, before it says what it needs. */
export const EMBED_WIDTH = 640
export const embedHeight = ({ number }: Pick<Embedded, 'number'>) => (number === null ? 560 : 420)

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)

/**
 * Markup for other people's pages. The frame works alone; the script only gives it its height. The frame may run our script and open
 * links in new tabs, and nothing else: it cannot take its host's page elsewhere.
 * @param origin public origin without a trailing slash.
 * @param size pixels, or `100%` for as wide as there is room.
 */
export function embedSnippet(
  what: Embedded,
  origin: string,
  size: { width: number | '100%'; height: number } = { width: '100%', height: embedHeight(what) },
): string {
  const { slug, number, title } = what
  return [
    `<iframe src="${escaped(`${origin}${embedPath(slug, number)}`)}" title="${escaped(title)}"`,
    ` width="${size.width}" height="${size.height}" loading="lazy" style="border:0;max-width:100%"`,
    ' sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>',
    `<script async src="${escaped(`${origin}${RESIZE_PATH}`)}"></script>`,
  ].join('')
}
