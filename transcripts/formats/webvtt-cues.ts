import { readPlainTime, readStrictTime, type TimeCursor } from './caption-time'
import type { ProblemList } from './problem-list'
import { commonWriting, readTimesLeniently } from './webvtt-lenient'

/**
 * A WebVTT cue as the file has it: times, one-based line of its times, and where in the file its text stands, in how
 * many lines.
 */
export type RawCue = {
  startMs: number
  endMs: number
  line: number
  from: number
  end: number
  lines: number
}

/** A line with an arrow whose times WebVTT does not know. */
type Refused = { from: number; end: number; payloadStart: number; payloadEnd: number; line: number }

/** The end time is put into the cursor: an object for each of 200,000 lines would be felt. */
type TimingCursor = TimeCursor & { endMs: number }

const SPACE = 0x20
const TAB = 0x09
const LF = 0x0a
const FF = 0x0c
const DOT = 0x2e

/**
 * Splits a WebVTT text into cues: the "WebVTT parser algorithm" and "collect a WebVTT block" (W3C WebVTT, 6.1), to the
 * letter for all that makes or ends a cue. Comments, styles and regions are blocks without an arrow; settings say where
 * a caption stands on the screen; none of them is speech. Beyond the rules only what they would refuse as a whole is
 * read: a file without its signature, and one whose every time is written in the same other way; both are said.
 * Linear: the next `-->` is searched once, never per line.
 */
export function readWebVttCues(text: string, problems: ProblemList): { cues: RawCue[]; header: string } {
  const cues: RawCue[] = []
  const refused: Refused[] = []
  const length = text.length
  let line = 1
  let at = 0
  let nextArrow = text.indexOf('-->')
  const cursor: TimingCursor = { at: 0, lenient: false, endMs: 0 }

  const endOfLine = (from: number): number => {
    const end = text.indexOf('\n', from)
    return end < 0 ? length : end
  }
  const hasArrow = (from: number, end: number): boolean => {
    if (nextArrow >= 0 && nextArrow < from) nextArrow = text.indexOf('-->', from)
    return nextArrow >= 0 && nextArrow + 3 <= end
  }

  if (checkSignature(text, problems)) {
    while (text.charCodeAt(at) === LF) at += 1
    line += at + 1
    at = endOfLine(at) + 1
  }
  // The header runs to the first blank line, or to a line with an arrow, which already is a cue.
  const headerStart = at
  if (at > 0) {
    while (at < length && text.charCodeAt(at) !== LF) {
      const end = endOfLine(at)
      if (hasArrow(at, end)) break
      at = end + 1
      line += 1
    }
  }
  const header = text.slice(headerStart, Math.min(at, length))

  while (at < length) {
    if (text.charCodeAt(at) === LF) {
      at += 1
      line += 1
      continue
    }
    const blockStart = at
    const blockLine = line
    let end = endOfLine(at)
    let timed = hasArrow(at, end)
    if (!timed && end + 1 < length && text.charCodeAt(end + 1) !== LF) {
      const second = endOfLine(end + 1)
      if (hasArrow(end + 1, second)) {
        timed = true
        at = end + 1
        line += 1
        end = second
      }
    }
    const timingStart = at
    const timingEnd = end
    const timingLine = line
    at = end + 1
    line += 1
    const payloadStart = Math.min(at, length)
    while (at < length && text.charCodeAt(at) !== LF) {
      end = endOfLine(at)
      if (hasArrow(at, end)) break
      at = end + 1
      line += 1
    }
    const payloadEnd = Math.min(Math.max(payloadStart, at - 1), length)

    if (!timed) {
      reportBlock(text.slice(blockStart, payloadEnd), blockLine, problems)
      continue
    }
    if (timingEnd === length) {
      const shown = text.slice(timingStart, timingStart + 60)
      const message = `The file stops at a time, without its words; it looks cut off: “${shown}”`
      problems.add('truncated-file', 'warning', message, { line: timingLine })
    }
    const startMs = readTimings(text, timingStart, timingEnd, cursor)
    if (startMs >= 0) {
      cues.push({
        startMs,
        endMs: cursor.endMs,
        line: timingLine,
        from: payloadStart,
        end: payloadEnd,
        lines: line - timingLine - 1,
      })
    } else if (timingEnd < length)
      refused.push({ from: timingStart, end: timingEnd, payloadStart, payloadEnd, line: timingLine })
  }
  if (cues.length === 0) cues.push(...readRefused(text, refused, problems))
  else for (const { from, end, line: at } of refused) reportTimes(text.slice(from, end), at, problems)
  return { cues, header }
}

/** "Collect WebVTT cue timings and settings" (6.3): start or -1; the settings behind are of no use to a transcript. */
function readTimings(text: string, from: number, end: number, cursor: TimingCursor): number {
  const plain = readPlainTimings(text, from, end, cursor)
  if (plain >= 0) return plain
  cursor.at = from
  skipSpace(text, end, cursor)
  const start = readStrictTime(text, end, cursor)
  if (start < 0) return -1
  skipSpace(text, end, cursor)
  if (!text.startsWith('-->', cursor.at)) return -1
  cursor.at += 3
  skipSpace(text, end, cursor)
  cursor.endMs = readStrictTime(text, end, cursor)
  return cursor.endMs < 0 ? -1 : start
}

/** `00:00:00.000 --> 00:00:00.000` and then a space or the line's end: read at once, as the rules would. */
function readPlainTimings(text: string, from: number, end: number, cursor: TimingCursor): number {
  if (end < from + 29 || text.charCodeAt(from + 8) !== DOT || text.charCodeAt(from + 25) !== DOT) return -1
  if (end > from + 29 && text.charCodeAt(from + 29) !== SPACE) return -1
  if (text.charCodeAt(from + 12) !== SPACE || text.charCodeAt(from + 16) !== SPACE) return -1
  if (!text.startsWith('-->', from + 13)) return -1
  cursor.endMs = readPlainTime(text, from + 17)
  return cursor.endMs < 0 ? -1 : readPlainTime(text, from)
}

function skipSpace(text: string, end: number, cursor: TimeCursor): void {
  while (cursor.at < end) {
    const sign = text.charCodeAt(cursor.at)
    if (sign !== SPACE && sign !== TAB && sign !== FF) return
    cursor.at += 1
  }
}

/** Whether the first line is a signature, right or nearly. Without one the rules refuse the whole file. */
function checkSignature(text: string, problems: ProblemList): boolean {
  if (text.startsWith('WEBVTT') && (text.length === 6 || /[ \t\n]/.test(text.charAt(6)))) return true
  const blank = /^\n{0,100}/.exec(text)?.[0].length ?? 0
  const first = text.slice(blank, blank + 200).split('\n', 1)[0] ?? ''
  if (/^\s*WEBVTT/i.test(first)) {
    const message = `The first line must be “WEBVTT”, or that and a space before more text, and is “${first.trim().slice(0, 40)}”; players refuse such a file. It was read all the same.`
    problems.add('text-after-signature', 'warning', message, { line: 1 })
    return true
  }
  const message = 'The file does not begin with WEBVTT; players refuse such a file. It was read all the same.'
  problems.add('no-signature', 'warning', message, { line: 1 })
  return false
}

/** A block without times: comments, styles and regions are meant to be skipped; anything else may be lost speech. */
function reportBlock(block: string, line: number, problems: ProblemList): void {
  if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block) || /^\d+\s*$/.test(block) || block.trim() === '') return
  const message = `This text stands outside any caption (a blank line before it?) and was left out: “${block.trim().slice(0, 60)}”`
  problems.add('text-outside-cue', 'warning', message, { line })
}

function reportTimes(shown: string, line: number, problems: ProblemList): void {
  const message = `These times cannot be read, so the caption was left out: “${shown.trim().slice(0, 60)}”`
  problems.add('bad-time', 'warning', message, { line })
}

/** A file in which no time is WebVTT's, but all are written alike (`00:01,500`, `1:02.5`), is read as what it means. */
function readRefused(text: string, refused: readonly Refused[], problems: ProblemList): RawCue[] {
  const lines = refused.map(({ from, end }) => text.slice(from, Math.min(end, from + 200)))
  if (commonWriting(lines) === null) {
    for (const [nth, { line }] of refused.entries()) reportTimes(lines[nth] ?? '', line, problems)
    return []
  }
  return refused.flatMap(({ payloadStart, payloadEnd, line }, nth) => {
    const times = readTimesLeniently(lines[nth] ?? '')
    if (times === null) return []
    const message = 'A time is not written as WebVTT asks (00:00:00.000); it was read all the same.'
    problems.add('lenient-time', 'warning', message, { line })
    const count = text.slice(payloadStart, payloadEnd).split('\n').length
    return [{ ...times, line, from: payloadStart, end: payloadEnd, lines: count }]
  })
}
