import type { PersonName } from '@/claims/views'

/** `@` and what was typed after it, up to the caret. */
export type NameTyped = { start: number; end: number; query: string }

const LONGEST = 40
const OFFERED = 8

/**
 * The name that is being typed where the caret stands, or null. A name may have spaces, so everything from the `@` up to
 * the caret counts for as long as it stands in one line and somebody's name still fits (`offers`).
 */
export function nameTyped(text: string, caret: number): NameTyped | null {
  const from = Math.max(0, caret - LONGEST)
  const start = text.slice(from, caret).lastIndexOf('@') + from
  if (text[start] !== '@' || start >= caret || /[\p{L}\p{N}._%+-]/u.test(text[start - 1] ?? '')) return null
  const query = text.slice(start + 1, caret)
  return query.includes('\n') || /^\s|\s{2}/.test(query) ? null : { start, end: caret, query }
}

/** Members whose name, or a part of it, begins with what was typed; at most eight, those that begin with it first. */
export function offers(query: string, members: readonly PersonName[]): PersonName[] {
  const sought = plain(query)
  const begins = (name: string) => plain(name).startsWith(sought)
  const part = (name: string) =>
    plain(name)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(sought))
  return [
    ...members.filter(({ name }) => begins(name)),
    ...members.filter(({ name }) => !begins(name) && part(name)),
  ].slice(0, OFFERED)
}

/** The text with the name put in, and where the caret goes. */
export function withName(
  text: string,
  { start, end }: NameTyped,
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(end)
  const space = /^[\s.,;:!?)]/.test(rest) ? '' : ' '
  const put = `@${name}${space}`
  return { text: text.slice(0, start) + put + rest, caret: start + put.length }
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
