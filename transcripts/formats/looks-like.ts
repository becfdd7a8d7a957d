import type { Source } from './format'
import { isRecord, looksLikeJson } from './json-source'

/** What a file that no format claims looks like, for people: `JSON with “a”, “b” and “c”`, `an HTML page`. */
export function looksLike(source: Source): string {
  const { head } = source
  if (looksLikeJson(head)) {
    const reading = source.json()
    if (!reading.ok) return 'JSON that is damaged'
    const { value } = reading
    if (!Array.isArray(value)) return `JSON with ${keysOf(value)}`
    return `a JSON list of ${value.length.toLocaleString('en')}, the first with ${keysOf(value[0])}`
  }
  if (/<html|<!doctype html/i.test(head)) return 'an HTML page'
  const root = /^\s*(?:<\?[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<([A-Za-z][\w:.-]{0,40})/.exec(head)?.[1]
  if (root) return `markup that begins with <${root}>`
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  for (const sign of [',', ';', '\t']) {
    const counts = lines.slice(0, 5).map((line) => line.split(sign).length)
    if (lines.length > 1 && counts.every((count) => count > 2 && count === counts[0])) return 'a table'
  }
  if (!/\p{L}/u.test(head)) return 'text without a word'
  return 'text'
}

function keysOf(value: unknown): string {
  if (!isRecord(value)) return value === undefined ? 'nothing' : 'a bare value'
  const keys = Object.keys(value)
  const shown = keys.slice(0, 5).map((key) => `“${key.slice(0, 30)}”`)
  if (shown.length === 0) return 'nothing in it'
  return keys.length > 5 ? `${shown.join(', ')} and ${keys.length - 5} more` : shown.join(', ')
}
