import { decodeHTML, decodeHTMLStrict } from 'entities'

/**
 * Decodes character references as HTML does in text ("consume a character reference", not in an attribute): all names
 * of the standard, the old ones also without their semicolon, numbers. What is no reference stays as it is. Decoded
 * once: `&amp;lt;` gives `&lt;`. The package holds the standard's own table of 2,231 names, which nobody should retype.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

/** The same for text that should have none (JSON) and has some: only whole ones, with their semicolon. */
export function decodeStrayEntities(text: string): string {
  return text.includes('&') && text.includes(';') ? decodeHTMLStrict(text) : text
}
