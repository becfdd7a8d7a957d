import { XMLBuilder } from 'fast-xml-parser'
import { xmlText } from '@/transcripts/exports/xml-text'

/** An element: attributes begin with `@`, `#text` is its text, a list repeats the element. */
export type XmlElement = { [name: string]: XmlValue }
export type XmlValue = string | XmlElement | readonly XmlElement[] | readonly string[] | undefined

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  processEntities: true,
  format: true,
  indentBy: ' ',
  // What XML cannot say becomes U+FFFD, or one character would make the whole document unreadable.
  tagValueProcessor: (_, value) => (typeof value === 'string' ? xmlText(value) : value),
  attributeValueProcessor: (_, value) => (typeof value === 'string' ? xmlText(value) : value),
})

/** An XML 1.0 document in UTF-8 with this root. Text and attributes are escaped; what is undefined is left out. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}`
}
