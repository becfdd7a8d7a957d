import { readCaptionTime, type TimeCursor } from './caption-time'
import type { ProblemList } from './problem-list'

/** A WebVTT cue as the file has it: times, one-based line of its times, and its text with markup and line ends. */
export type RawCue = { startMs: number; endMs: number; line: number; payload: string }

const SPACE = 0x20
const TAB = 0x09
const LF = 0x0a

/**
 * Splits a WebVTT text into cues: the "WebVTT parser algorithm" and "collect a WebVTT block" of the W3C
 * recommendation (section 6.1), kept to its outcome: what starts a cue, what ends it, what is ignored. Beyond it, times
 * are read leniently (each leniency is a problem) and whatever text the rules throw away is reported.
 * Linear: the next `-->` is searched once, never per line.
 */
export function readWebVttCues(text: string, problems: ProblemList): { cues: RawCue[]; header: string } {
  const cues: RawCue[] = []
  const length = text.length
  let line = 1
  let at = 0
  let nextArrow = text.indexOf('-->')
  const cursor: TimeCursor = { at: 0, lenient: false }

  const endOfLine = (from: number): number => {
    const end = text.indexOf('\n', from)
    return end < 0 ? length : end
  }
  const hasArrow = (from: number, end: number): boolean => {
    while (nextArrow >= 0 && nextArrow < from) nextArrow = text.indexOf('-->', from)
    return nextArrow >= 0 && nextArrow < end
  }

  const signatureEnd = endOfLine(0)
  checkSignature(text.slice(0, Math.min(signatureEnd, 200)), problems)
  if (text.startsWith('WEBVTT')) {
    at = signatureEnd + 1
    line = 2
  }
  // The header runs to the first blank line, or to a line with an arrow, which already is a cue.
  const headerStart = at
  if (line === 2) {
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
    const times = readTimings(text, timingStart, timingEnd, cursor)
    const cut = timingEnd === length
    if (times === null || cut) {
      const shown = text.slice(timingStart, Math.min(timingEnd, timingStart + 60))
      if (cut)
        problems.add(
          'truncated-file',
          'warning',
          `The file stops at a time, without its words; it looks cut off: “${shown}”`,
          {
            line: timingLine,
          },
        )
      else
        problems.add(
          'bad-time',
          'warning',
          `These times cannot be read, so the caption was left out: “${shown}”`,
          { line: timingLine },
        )
      continue
    }
    if (cursor.lenient) {
      const message = 'A time is not written as WebVTT asks (00:00:00.000); it was read all the same.'
      problems.add('lenient-time', 'info', message, { line: timingLine })
    }
    cues.push({
      startMs: times[0],
      endMs: times[1],
      line: timingLine,
      payload: text.slice(payloadStart, payloadEnd),
    })
  }
  return { cues, header }
}

function checkSignature(first: string, problems: ProblemList): void {
  if (!first.startsWith('WEBVTT')) {
    problems.add(
      'no-signature',
      'warning',
      'The file does not begin with WEBVTT; it was read as if it did.',
      { line: 1 },
    )
    return
  }
  const rest = first.slice(6)
  if (rest !== '' && !/^[ \t]/.test(rest)) {
    const message = `Text follows WEBVTT directly (“${rest.trim().slice(0, 40)}”); players may refuse the file. It was read all the same.`
    problems.add('text-after-signature', 'info', message, { line: 1 })
  }
}

/** A block without times: comments, styles and regions are meant to be skipped; anything else may be lost speech. */
function reportBlock(block: string, line: number, problems: ProblemList): void {
  if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block) || /^\d+\s*$/.test(block) || block.trim() === '') return
  const message = `This text stands outside any caption (a blank line before it?) and was left out: “${block.trim().slice(0, 60)}”`
  problems.add('text-outside-cue', 'warning', message, { line })
}

/** "Collect WebVTT cue timings": start, arrow, end; settings after them are of no use to a transcript. */
function readTimings(text: string, from: number, end: number, cursor: TimeCursor): [number, number] | null {
  cursor.at = from
  cursor.lenient = false
  skipSpace(text, end, cursor)
  const start = readCaptionTime(text, end, cursor)
  if (start < 0) return null
  skipSpace(text, end, cursor)
  if (!text.startsWith('-->', cursor.at)) return null
  cursor.at += 3
  skipSpace(text, end, cursor)
  const stop = readCaptionTime(text, end, cursor)
  return stop < 0 ? null : [start, stop]
}

function skipSpace(text: string, end: number, cursor: TimeCursor): void {
  while (cursor.at < end) {
    const sign = text.charCodeAt(cursor.at)
    if (sign !== SPACE && sign !== TAB && sign !== 0x0c && sign !== 0xa0) return
    cursor.at += 1
  }
}
