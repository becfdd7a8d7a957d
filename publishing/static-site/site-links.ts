import { DomUtils, parseDocument } from 'htmlparser2'

/**
 * Addresses in what is sent, found and put right. Markup is read by a parser and changed at its own places only, so every other
 * byte stays as it was. Pure.
 */

/** What becomes of an address: another one, itself, or nothing, where it leads to what a plain server cannot do. */
export type NewAddress = (address: string) => string | null

const HOLDS_ADDRESSES = /^(href|src|srcset|imagesrcset|poster|action|content|data-[a-z-]+)$/i
const OPENS = /(\s)([a-z-]+)="([^"]*)"/gi

const isList = (name: string) => /srcset$/i.test(name)

/** Addresses that a document of that type holds, as they stand there. */
export function addressesIn(text: string, type: string, origin: string): string[] {
  const found = [...text.matchAll(absolute(origin))].map(([address]) => unescaped(address))
  if (type === 'text/css')
    return [...found, ...[...text.matchAll(/url\(["']?(\/[^)"']+)/g)].map(([, address]) => address ?? '')]
  if (type !== 'text/html') return found
  for (const element of elementsOf(text))
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!HOLDS_ADDRESSES.test(name)) continue
      const values = isList(name) ? value.split(',').map(firstWord) : [value]
      found.push(...values.filter((one) => /^\/(?!\/)/.test(one)))
    }
  return found
}

/** The document with every address as `to` has it. Of a page, links and forms that lead to nothing are taken out whole. */
export function withAddresses(text: string, type: string, origin: string, to: NewAddress): string {
  const inside = type === 'text/html' ? withLinks(text, to) : text
  const styled =
    type === 'text/css'
      ? inside.replaceAll(/(url\(["']?)(\/[^)"']+)/g, (whole, open: string, address: string) => {
          const made = to(address)
          return made === null ? whole : `${open}${made}`
        })
      : inside
  return styled.replaceAll(absolute(origin), (address) => {
    const made = to(unescaped(address))
    if (made === null) return address
    return `${origin}${address.includes('&amp;') ? escaped(made) : made}`
  })
}

type Element = { name: string; attribs: Record<string, string>; startIndex: number; endIndex: number }
type Edit = { start: number; end: number; text: string }

function elementsOf(html: string) {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true })
  return DomUtils.filter(() => true, document.children, true).filter(DomUtils.isTag)
}

function withLinks(html: string, to: NewAddress): string {
  const edits: Edit[] = []
  for (const element of elementsOf(html)) {
    const { startIndex: start, endIndex: end } = element
    if (start === null || end === null) continue
    if (leadsNowhere(element, to)) {
      const whole = wrapperOf(element)
      edits.push({ start: whole.startIndex ?? start, end: (whole.endIndex ?? end) + 1, text: '' })
      continue
    }
    const opening = openingOf(html, start)
    const changed = html
      .slice(start, opening)
      .replaceAll(OPENS, (same, space: string, name: string, value: string) => {
        if (!HOLDS_ADDRESSES.test(name)) return same
        return `${space}${name}="${isList(name) ? sources(value, to) : one(value, to)}"`
      })
    if (changed !== html.slice(start, opening)) edits.push({ start, end: opening, text: changed })
  }
  return applied(html, edits)
}

/** A link, a form or a reference whose address has no file. */
function leadsNowhere({ name, attribs }: Pick<Element, 'name' | 'attribs'>, to: NewAddress): boolean {
  if (name === 'form' && attribs.action !== undefined) return true
  const address = name === 'a' || name === 'link' ? attribs.href : undefined
  return address !== undefined && /^\/(?!\/)/.test(address) && to(address) === null
}

/** The line that holds nothing but this link, so that no empty bullet stays. */
function wrapperOf(element: ReturnType<typeof elementsOf>[number]) {
  const { parent } = element
  const holds = parent && DomUtils.isTag(parent) && /^(li|p)$/.test(parent.name)
  if (!holds) return element
  return DomUtils.textContent(parent).trim() === DomUtils.textContent(element).trim() ? parent : element
}

/** Where an opening tag ends; a sign in quotes is no end. */
function openingOf(html: string, start: number): number {
  let quote = ''
  for (let at = start; at < html.length; at++) {
    const sign = html[at]
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return html.length
}

function one(value: string, to: NewAddress): string {
  const address = unescaped(value)
  return /^\/(?!\/)/.test(address) ? escaped(to(address) ?? address) : value
}

function sources(value: string, to: NewAddress): string {
  return value
    .split(',')
    .map((source) => {
      const [address = '', ...size] = source.trim().split(/\s+/)
      return [one(address, to), ...size].join(' ')
    })
    .join(', ')
}

/** Later places first; what lies in something that is taken out goes with it. */
function applied(html: string, edits: readonly Edit[]): string {
  const taken = edits.filter(({ text }) => text === '')
  const lies = (edit: Edit) =>
    taken.some(
      ({ start, end }) => start <= edit.start && edit.end <= end && end - start > edit.end - edit.start,
    )
  return edits
    .filter((edit) => !lies(edit))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: made }) => text.slice(0, start) + made + text.slice(end), html)
}

/** The site's own absolute addresses, in markup, JSON and plain text alike. */
function absolute(origin: string): RegExp {
  const literal = origin.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `${literal}(?=[/"'<\\s)\\]]|$)(/(?:&(?!quot;|apos;|lt;|gt;|#)|[^&\\s"'<>\\\\)\\],;]|(?<=&amp);)*)?(?<![.:!?])`,
    'g',
  )
}

const firstWord = (source: string) => source.trim().split(/\s+/)[0] ?? ''
const unescaped = (value: string) => value.replaceAll('&amp;', '&')
const escaped = (value: string) => value.replaceAll('&', '&amp;')
