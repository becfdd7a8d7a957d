import { readCaptionTime, type TimeCursor } from './caption-time'
import { type Caption, cuesOfCaptions } from './captions'
import type { Format } from './format'
import { ProblemList } from './problem-list'
import { markupMessage, stripAndDecode } from './strip-markup'

/** SubRip. There is no standard, so: whatever has an arrow between two times begins a caption. */
export const srt: Format = {
  id: 'srt',
  label: 'SubRip captions (SRT)',
  extensions: ['srt'],
  detect({ head, extension }) {
    if (/^WEBVTT/.test(head)) return 0
    if (/^[ \t]*\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[,.]\d{1,3})?[ \t]*-->[ \t]*\d/m.test(head)) return 0.9
    return extension === 'srt' && head.includes('-->') ? 0.4 : 0
  },
  parse({ text }) {
    const problems = new ProblemList()
    const captions = readSrt(text, problems)
    return { cues: cuesOfCaptions(captions, problems), problems: problems.list() }
  },
}

type Times = { startMs: number; endMs: number }

function readSrt(text: string, problems: ProblemList): Caption[] {
  const captions: Caption[] = []
  const cursor: TimeCursor = { at: 0, lenient: false }
  let current: Caption | null = null
  let line = 0
  // Whether this file numbers its captions, and whether the last text line stood alone after a blank one.
  let numbered = false
  let blank = true
  let afterBlank = false
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    const raw = text.slice(at, end)
    at = end + 1
    line += 1
    if (raw.includes('-->')) {
      const times = readTimes(raw, cursor)
      if (current && numbered) dropNumber(current, afterBlank, captions.length + 1)
      current = { startMs: times?.startMs ?? null, endMs: times?.endMs ?? null, line, lines: [] }
      captions.push(current)
      if (times === null) reportBadTimes(raw, line, found < 0, problems)
      continue
    }
    const trimmed = raw.trim()
    if (trimmed === '') {
      blank = true
      continue
    }
    afterBlank = blank
    blank = false
    if (!current) {
      if (/^\d+$/.test(trimmed)) numbered = true
      else {
        problems.add(
          'text-outside-cue',
          'warning',
          `This text stands before the first caption and was left out: “${trimmed.slice(0, 60)}”`,
          { line },
        )
      }
      continue
    }
    const { text: plain, removed } = stripAndDecode(trimmed)
    if (removed !== null) problems.add('markup-removed', 'warning', markupMessage(removed), { line })
    const kept = plain.trim()
    if (kept !== '') current.lines.push({ text: kept, speaker: null, chunks: null })
  }
  return captions
}

function readTimes(line: string, cursor: TimeCursor): Times | null {
  cursor.at = line.search(/\S/)
  const startMs = readCaptionTime(line, line.length, cursor)
  if (startMs < 0) return null
  const arrow = /^\s*-->\s*/.exec(line.slice(cursor.at, cursor.at + 40))
  if (!arrow) return null
  cursor.at += arrow[0].length
  const endMs = readCaptionTime(line, line.length, cursor)
  return endMs < 0 ? null : { startMs, endMs }
}

/** In a numbered file the digits before the next times are that caption's number, not speech. */
function dropNumber(caption: Caption, afterBlank: boolean, expected: number): void {
  const last = caption.lines.at(-1)
  if (last && /^\d{1,7}$/.test(last.text) && (afterBlank || Number(last.text) === expected))
    caption.lines.pop()
}

function reportBadTimes(raw: string, line: number, atEnd: boolean, problems: ProblemList): void {
  const shown = raw.trim().slice(0, 60)
  if (atEnd)
    problems.add('truncated-file', 'warning', `The file stops in the middle of a time: “${shown}”`, { line })
  else
    problems.add(
      'bad-time',
      'warning',
      `These times cannot be read; their words take the time of their neighbours: “${shown}”`,
      { line },
    )
}
