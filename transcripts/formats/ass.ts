import type { Format, FormatResult, ParsedCue } from './format'
import { ProblemList } from './problem-list'
import { tidyText } from './tidy-text'

/** SubStation Alpha (SSA, ASS): `Dialogue:` lines whose fields the `Format:` line of `[Events]` names; the text comes last. */
export const ass: Format = {
  id: 'ass',
  label: 'SubStation Alpha (ASS, SSA)',
  extensions: ['ass', 'ssa'],
  detect: ({ head }) =>
    /^\s*\[Script Info\]/i.test(head) || /^Dialogue:\s*[^,\n]*,\s*\d:\d\d:\d\d\.\d\d,/m.test(head) ? 0.97 : 0,
  parse: ({ text }) => parseAss(text),
}

const FIELDS = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text']
const TIME = /^(\d{1,3}):(\d\d):(\d\d)[.:,](\d{1,3})$/

function parseAss(text: string): FormatResult {
  const problems = new ProblemList()
  const cues: ParsedCue[] = []
  let fields = FIELDS
  let title: string | undefined
  text.split('\n').forEach((raw, index) => {
    const line = index + 1
    const [, kind, rest] = /^(Format|Dialogue|Title):\s*(.*)$/s.exec(raw) ?? []
    if (kind === undefined || rest === undefined) return
    if (kind === 'Title') title = tidyText(rest) || undefined
    else if (kind === 'Format') {
      const named = rest.split(',').map((field) => field.trim().toLowerCase())
      // The styles have a format line too, without a text.
      if (named.includes('text')) fields = named
    } else {
      const values = split(rest, fields.length)
      const field = (name: string) => values[fields.indexOf(name)]?.trim() ?? ''
      const startMs = timeOf(field('start'))
      if (startMs === null)
        problems.add('bad-time', 'warning', `This time cannot be read: “${raw.slice(0, 60)}”`, { line })
      const plain = plainText(field('text'))
      if (plain === '') return
      const speaker = tidyText(field('name') || field('actor')) || null
      cues.push({ startMs, endMs: timeOf(field('end')), speaker, text: plain, line })
    }
  })
  return { cues, meta: title ? { title } : {}, problems: problems.list() }
}

/** Splits at the first commas only: the last field is the text, which has commas of its own. */
function split(rest: string, count: number): string[] {
  const values: string[] = []
  let from = 0
  while (values.length < count - 1) {
    const comma = rest.indexOf(',', from)
    if (comma < 0) break
    values.push(rest.slice(from, comma))
    from = comma + 1
  }
  values.push(rest.slice(from))
  return values
}

function timeOf(text: string): number | null {
  const match = TIME.exec(text)
  if (!match) return null
  const [hours, minutes, seconds, fraction] = [match[1], match[2], match[3], match[4] ?? '0']
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

/** Words without overrides in braces; what follows `\p1` is a drawing and no words. */
function plainText(text: string): string {
  const drawn = /\{[^{}]{0,500}\\p[1-9][^{}]{0,500}\}[^{]*/g
  return tidyText(
    text
      .replace(drawn, '')
      .replace(/\{[^{}]*\}/g, '')
      .replace(/\\[Nnh]/g, ' '),
  )
}
