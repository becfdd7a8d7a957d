import { findMentions } from '@/claims/talk/mentions'

/** What a line of talk is made of, for showing it. Put together, the texts are the line again, whole. */
export type TalkPart =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string }
  /** `href` begins with http: or https: and nothing else. */
  | { kind: 'link'; text: string; href: string }
  /** `#7`: a claim of this interview. */
  | { kind: 'claim'; text: string; number: number }

type Placed = { start: number; end: number; part: TalkPart }

const WEB = /\bhttps?:\/\/[^\s<>"]+/giu
const CLAIM = /(?<![\p{L}\p{N}&/#])#(\d{1,6})(?![\p{L}\p{N}])/gu
/** What ends a sentence and not an address. */
const ENDS = /[.,;:!?'’”»]$/u

/**
 * Cuts a line into text, links, names and claims. It is never read as markup.
 * @param names of those the line names with `@`.
 * @param numbers of the interview's claims.
 */
export function talkParts(text: string, names: readonly string[], numbers: ReadonlySet<number>): TalkPart[] {
  const places = [...links(text), ...claims(text, numbers), ...mentions(text, names)].sort(
    (one, other) => one.start - other.start,
  )
  const parts: TalkPart[] = []
  let at = 0
  for (const { start, end, part } of places) {
    if (start < at) continue // inside what was found before it, such as the #7 of an address
    if (start > at) parts.push({ kind: 'text', text: text.slice(at, start) })
    parts.push(part)
    at = end
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

function links(text: string): Placed[] {
  return [...text.matchAll(WEB)].flatMap((match) => {
    let address = match[0]
    while (ENDS.test(address) || unopened(address)) address = address.slice(0, -1)
    if (!URL.canParse(address)) return []
    const { protocol, href, hostname } = new URL(address)
    if (!/^https?:$/.test(protocol) || hostname === '') return []
    const end = match.index + address.length
    return [{ start: match.index, end, part: { kind: 'link' as const, text: address, href } }]
  })
}

/** Ends with a bracket that was opened before the address began. */
function unopened(address: string): boolean {
  const close = address.at(-1)
  const open = close === ')' ? '(' : close === ']' ? '[' : null
  return open !== null && address.split(open).length < address.split(close ?? '').length
}

function claims(text: string, numbers: ReadonlySet<number>): Placed[] {
  return [...text.matchAll(CLAIM)].flatMap((match) => {
    const number = Number(match[1])
    const end = match.index + match[0].length
    return numbers.has(number)
      ? [{ start: match.index, end, part: { kind: 'claim' as const, text: match[0], number } }]
      : []
  })
}

function mentions(text: string, names: readonly string[]): Placed[] {
  const members = names.map((name) => ({ id: name, name, active: true }))
  return findMentions(text, members).map(({ start, end }) => ({
    start,
    end,
    part: { kind: 'mention', text: text.slice(start, end) },
  }))
}
