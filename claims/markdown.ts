import 'server-only'
import { marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'br'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // A published explanation must not lend its standing to what it links to, nor tell that site where readers came from.
    a: (tagName, attributes) => ({
      tagName,
      attribs: { href: attributes.href ?? '', rel: 'nofollow noopener noreferrer' },
    }),
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'].map((tag) => [tag, 'p'])),
  },
}

/**
 * Small Markdown (paragraphs, emphasis, links, lists, quotations) as HTML that is safe to publish. Headings become
 * paragraphs, everything else that HTML could do is removed. Never throws: what cannot be read as Markdown is shown as typed.
 */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(toHtml(text), ALLOWED).trim()
}

function toHtml(text: string): string {
  try {
    return marked.parse(text, { async: false, gfm: true, breaks: false })
  } catch (error) {
    // Thousands of nested quotations or lists overflow marked's recursion; one such text must not shut a whole desk.
    if (!(error instanceof RangeError)) throw error
    return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  }
}
