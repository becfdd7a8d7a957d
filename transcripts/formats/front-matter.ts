import type { ParsedTranscript } from '@/transcripts/model'

/** What stands above the text: its meta, and where the text begins (offset, and lines before it). */
export type FrontMatter = { meta: ParsedTranscript['meta']; bodyStart: number; bodyLine: number }

/**
 * Reads what a text says of itself before it begins: YAML between `---` lines (the plain and quoted scalars that
 * publishing tools write, no nesting), or Markdown `#` lines.
 */
export function readFrontMatter(text: string): FrontMatter {
  const yaml = /^\s*---[ \t]*\n([\s\S]{0,20000}?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (yaml?.[1] !== undefined) {
    return { meta: metaOf(readScalars(yaml[1])), bodyStart: yaml[0].length, bodyLine: lines(yaml[0]) }
  }
  const meta: ParsedTranscript['meta'] = {}
  let at = 0
  for (;;) {
    const found = /(?:[ \t]*\n)*#{1,6}[ \t]+([^\n]*)(?:\n|$)/y
    found.lastIndex = at
    const match = found.exec(text)
    if (!match?.[1]) break
    at = found.lastIndex
    const heading = match[1].trim()
    const url = /^(?:\w+:\s*)?(https?:\/\/\S+)$/.exec(heading)?.[1]
    if (url) meta.sourceUrl ??= url
    else if (!/^[\w -]{1,20}:\s/.test(heading)) meta.title ??= heading
  }
  return { meta, bodyStart: at, bodyLine: lines(text.slice(0, at)) }
}

function lines(text: string): number {
  return text.split('\n').length - 1
}

function readScalars(yaml: string): Map<string, string> {
  const scalars = new Map<string, string>()
  let key: string | null = null
  for (const line of yaml.split('\n')) {
    const entry = /^([A-Za-z_][\w-]*):(?:\s+(.*))?$/.exec(line)
    if (entry?.[1]) {
      key = entry[1].toLowerCase()
      scalars.set(key, entry[2] ?? '')
    } else if (key !== null && /^\s/.test(line)) {
      const before = scalars.get(key) ?? ''
      // A backslash at the end of a line joins it to the next without the line break's space.
      scalars.set(
        key,
        /\\$/.test(before) ? before.slice(0, -1) + line.trimStart() : `${before} ${line.trim()}`,
      )
    }
  }
  for (const [name, value] of scalars) scalars.set(name, unquote(value.trim()))
  return scalars
}

function unquote(value: string): string {
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  if (!/^".*"$/s.test(value)) return value
  return value.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_all, code: string) => {
    if (/^[ux]./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    if (code === '_') return '\u00a0'
    return /[ntr ]/.test(code) ? ' ' : code
  })
}

function metaOf(scalars: Map<string, string>): ParsedTranscript['meta'] {
  const meta: ParsedTranscript['meta'] = {}
  const title = scalars.get('title')?.replace(/\s+/g, ' ').trim()
  if (title) meta.title = title
  const date = /^\d{4}-\d\d-\d\d/.exec(scalars.get('date') ?? scalars.get('published_time') ?? '')?.[0]
  if (date) meta.date = date
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.exec(
    scalars.get('language') ?? scalars.get('lang') ?? '',
  )?.[0]
  if (language) meta.language = language
  const url = /^https?:\/\/\S+$/.exec(
    scalars.get('source_url') ?? scalars.get('source') ?? scalars.get('url') ?? '',
  )?.[0]
  if (url) meta.sourceUrl = url
  return meta
}
