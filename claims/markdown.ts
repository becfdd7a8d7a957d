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
  },
}

/**
 * Small Markdown (paragraphs, emphasis, links, lists, quotations) as HTML that is safe to publish. Headings become
 * paragraphs, everything else that HTML could do is removed.
 */
export function renderMarkdown(text: string): string {
  const html = marked.parse(text.replace(/^#{1,6}\s+/gm, ''), { async: false, gfm: true, breaks: false })
  return sanitizeHtml(html, ALLOWED).trim()
}
