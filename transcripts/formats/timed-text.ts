import type { Format, FormatResult, ParsedCue, Source } from './format'
import { readFrontMatter } from './front-matter'
import { ProblemList } from './problem-list'
import { chooseSpeakers, type LabelUse, labelAt } from './speaker-labels'
import { markupMessage, stripMarkup } from './strip-markup'
import { tidyText } from './tidy-text'
import { hasBareTimes, readTimedLine, type TimedLine } from './timed-line'

/** Share of the written lines that must hold a time for a text to count as timed. */
const TIMED_SHARE = 0.08

/**
 * Text with times in it, as people and note-taking tools write it: `[00:12] text`, `**Name** [00:00]`,
 * `Name (01:02:03):`, a time on its own line, `00:00:13<TAB>NAME`, `**[00:12] SPEAKER_00:** text`, `@1:02:03`.
 */
export const timedText: Format = {
  id: 'timed-text',
  label: 'Text with times',
  extensions: ['txt', 'md', 'text'],
  detect,
  parse: ({ text }) => parseTimedText(text),
}

function detect({ head }: Source): number {
  if (/^WEBVTT|^\s*[<{]/.test(head) || /^\s*\d{1,3}:\d{1,2}(?::\d{1,2})?[,.]\d+\s*-->/m.test(head)) return 0
  const body = head.slice(Math.min(readFrontMatter(head).bodyStart, head.length))
  let written = 0
  let timed = 0
  const lines = body.split('\n')
  const loose = hasBareTimes(lines)
  for (const line of lines) {
    if (line.trim() === '') continue
    written += 1
    if (readTimedLine(line, loose)) timed += 1
  }
  const enough = timed >= 2 || (timed === 1 && written <= 4)
  return enough && timed >= written * TIMED_SHARE ? Math.min(0.9, 0.7 + timed / written / 5) : 0
}

type Entry = { timed: TimedLine | null; rest: string; line: number }

function parseTimedText(text: string): FormatResult {
  const problems = new ProblemList()
  const { meta, bodyStart, bodyLine } = readFrontMatter(text)
  const entries: Entry[] = []
  const lines = text.slice(bodyStart).split('\n')
  const loose = hasBareTimes(lines)
  lines.forEach((raw, index) => {
    const rest = raw.trim()
    if (rest === '') return
    const timed = readTimedLine(raw, loose)
    entries.push({ timed, rest: timed ? timed.rest : rest, line: bodyLine + index + 1 })
  })
  nameTabbedSpeakers(entries)
  const uses: LabelUse[] = []
  entries.forEach((entry, position) => {
    const label = entry.rest.slice(0, 130).includes(':') ? labelAt(entry.rest) : null
    if (label && entry.timed?.name === undefined) uses.push({ label, position })
  })
  const names = chooseSpeakers(uses, {
    captions: false,
    allText: () => entries.map((entry) => entry.rest),
  })

  const cues: ParsedCue[] = []
  let speaker: string | null = null
  let pending: { startMs: number; endMs: number | null } | null = null
  let before = 0
  for (const { timed, rest, line } of entries) {
    let spoken = rest
    if (timed) {
      pending = { startMs: timed.startMs, endMs: timed.endMs }
      if (timed.name !== undefined) speaker = timed.name
    } else if (cues.length === 0 && pending === null) {
      before += 1
      continue
    }
    const label = timed?.name === undefined && spoken.slice(0, 130).includes(':') ? labelAt(spoken) : null
    const name = label ? names.get(label.label) : undefined
    if (label && name !== undefined) {
      speaker = name
      spoken = label.rest
    }
    const stripped = stripMarkup(spoken)
    if (stripped.removed !== null)
      problems.add('markup-removed', 'warning', markupMessage(stripped.removed), { line })
    const plain = tidyText(stripped.text)
    if (plain === '') continue
    cues.push({
      startMs: pending?.startMs ?? null,
      endMs: pending?.endMs ?? null,
      speaker,
      text: plain,
      line,
    })
    pending = null
  }
  if (before > 0) {
    const message = `What stands above the first time was left out: “${entries[0]?.rest.slice(0, 80) ?? ''}”`
    problems.add('heading-left-out', 'info', message, { line: entries[0]?.line })
  }
  return { cues, meta, problems: problems.list() }
}

/**
 * `00:00:13<TAB>NAME` with the words below it: what follows the time is a name if it is short, no sentence, and a
 * line without a time comes next; otherwise it is what was said.
 */
function nameTabbedSpeakers(entries: Entry[]): void {
  const times = entries.filter((entry) => entry.timed !== null).length
  const candidates = entries.filter((entry, index) => {
    if (!entry.timed || entry.timed.name !== undefined || entry.rest === '') return false
    const next = entries[index + 1]
    return (
      next !== undefined &&
      next.timed === null &&
      /^[^.?!,;:]{1,40}:?$/.test(entry.rest) &&
      entry.rest.split(' ').length <= 4
    )
  })
  if (candidates.length < times * 0.6) return
  for (const entry of candidates) {
    if (entry.timed) entry.timed.name = cleanName(entry.rest)
    entry.rest = ''
  }
}

function cleanName(text: string): string {
  return text
    .replace(/[*_:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
