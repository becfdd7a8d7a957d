import { type CaptionLine, captionLine } from './caption-line'
import { readCaptionTime, readPlainTime, type TimeCursor } from './caption-time'
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
    if (
      head
        .split('\n')
        .some((line) => /->|[>→].*:|:.*[>→]/.test(line.slice(0, 100)) && readOddTimes(line) !== null)
    )
      return 0.91
    return extension === 'srt' && head.includes('-->') ? 0.4 : 0
  },
  parse({ text }) {
    const problems = new ProblemList()
    const captions = readSrt(text, problems)
    return { cues: cuesOfCaptions(captions, problems), problems: problems.list() }
  },
}

type Times = { startMs: number; endMs: number; rest: string }

function readSrt(text: string, problems: ProblemList): Caption[] {
  const captions: Caption[] = []
  const cursor: TimeCursor = { at: 0, lenient: false }
  let current: Caption | null = null
  let line = 0
  // Whether this file numbers its captions, and whether the last text line stood alone after a blank one.
  let numbered = false
  let blank = true
  let afterBlank = false
  let numberTaken = false
  const begin = (startMs: number | null, endMs: number | null): Caption => {
    const caption: Caption = { startMs, endMs, line, lines: [], isEmpty: false, voice: null }
    captions.push(caption)
    return caption
  }
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    const from = at
    at = end + 1
    line += 1
    if (end === from) {
      blank = true
      continue
    }
    const first = text.charCodeAt(from)
    if (first >= ZERO && first <= NINE) {
      const startMs = plainTimes(text, from, end)
      if (startMs >= 0) {
        if (current && numbered && !numberTaken) dropNumber(current, afterBlank, captions.length + 1)
        numberTaken = false
        current = begin(startMs, readPlainTime(text, from + 17))
        blank = false
        continue
      }
      // A number that plain times follow is looked at once and never becomes a line of speech.
      if (
        isNumberOfTimes(text, from, end) &&
        (current === null || (numbered && (blank || Number(text.slice(from, end)) === captions.length + 1)))
      ) {
        if (current === null) numbered = true
        numberTaken = true
        blank = false
        continue
      }
    }
    const kind = kindOf(text, from, end)
    const raw = kind === PLAIN ? '' : text.slice(from, end)
    const times = kind === TIMES ? (readTimes(raw, cursor) ?? readOddTimes(raw)) : undefined
    if (times !== undefined && (times !== null || NEARLY_TIMES.test(raw.slice(0, 100)))) {
      if (current && numbered) dropNumber(current, afterBlank, captions.length + 1)
      current = begin(times?.startMs ?? null, times?.endMs ?? null)
      if (times === null) reportBadTimes(raw, line, found < 0, problems)
      else if (times.rest !== '') addText(current, times.rest, line, problems)
      blank = false
      continue
    }
    const plain = captionLine(text, from, end)
    if (plain === null) {
      blank = true
      continue
    }
    afterBlank = blank
    blank = false
    if (!current) {
      if (/^\d+$/.test(plain.text) || NUMBER.test(plain.text)) numbered = true
      else {
        problems.add(
          'text-outside-cue',
          'warning',
          `This text stands before the first caption and was left out: “${plain.text.slice(0, 60)}”`,
          { line },
        )
      }
      continue
    }
    if (kind === PLAIN) addLine(current, plain)
    else addText(current, plain.text, line, problems)
  }
  // A caption without words is one all the same: the file gives it a place and a time.
  for (const caption of captions) caption.isEmpty = caption.lines.length === 0 && caption.startMs !== null
  return captions
}

const ZERO = 0x30
const NINE = 0x39
const SPACE = 0x20
/** How a line must be read: nothing in it to look for, signs of markup, or signs of an arrow between times. */
const PLAIN = 0
const MARKED = 1
const TIMES = 2

/** `00:00:00,000 --> 00:00:00,000` and nothing behind: the start in milliseconds, or -1. */
function plainTimes(text: string, from: number, end: number): number {
  if (end < from + 29 || !text.startsWith(' --> ', from + 12)) return -1
  for (let at = from + 29; at < end; at++) if (text.charCodeAt(at) !== SPACE) return -1
  return readPlainTime(text, from + 17) < 0 ? -1 : readPlainTime(text, from)
}

/** Whether a line is nothing but up to seven digits, and the next one plain times. */
function isNumberOfTimes(text: string, from: number, end: number): boolean {
  if (end - from > 7) return false
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return false
  }
  return readPlainTime(text, end + 1) >= 0 && plainTimes(text, end + 1, lineEnd(text, end + 1)) >= 0
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function kindOf(text: string, from: number, end: number): number {
  let hasArrow = false
  let hasColon = false
  let hasMarkup = false
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3e || code === 0x2192) hasArrow = true
    else if (code === 0x3a) hasColon = true
    else if (code === 0x3c || code === 0x7b || code === 0x26 || code === 0x5c) hasMarkup = true
  }
  if (hasArrow && mayBeTimes(text, from, end, hasColon)) return TIMES
  return hasMarkup ? MARKED : PLAIN
}

/** Tools that break lines as SubStation does, and players that hide what stands in MicroDVD's braces. */
const BREAK = /\\[Nn]/
const HARD_SPACE = /\\h/g
const MICRODVD = /\{[yYcCfFsSpPoOhH]:[^{}\s]{0,40}\}/g

/** A list that is pushed to takes room for seventeen at once; nearly all captions have one line or two. */
function addLine(caption: Caption, line: CaptionLine): void {
  if (caption.lines.length === 0) caption.lines = [line]
  else caption.lines.push(line)
}

function addText(caption: Caption, line: string, number: number, problems: ProblemList): void {
  const marked = /[<{&\\]/.test(line)
  const { text, removed } = marked
    ? stripAndDecode(line.replace(HARD_SPACE, ' ').replace(MICRODVD, ''))
    : { text: line, removed: null }
  if (removed !== null) problems.add('markup-removed', 'warning', markupMessage(removed), { line: number })
  for (const part of marked ? text.split(BREAK) : [text]) {
    const kept = captionLine(part, 0, part.length)
    if (kept !== null) addLine(caption, kept)
  }
}

/** A line with an arrow and digits around it was meant to be times; `a --> b` in a caption is text. */
const NEARLY_TIMES = /\d\s*:.*-->|-->.*\d\s*:|^\s*-->\s*$/

function mayBeTimes(text: string, from: number, end: number, hasColon: boolean): boolean {
  if (hasColon && end - from < 100) return true
  const arrow = text.indexOf('-->', from)
  return arrow >= 0 && arrow + 3 <= end
}

/** `00:00:01,500 --> 00:00:02,000`, and what stands behind it if it is no coordinates: some tools put the text there. */
function readTimes(line: string, cursor: TimeCursor): Times | null {
  cursor.at = line.search(/\S/)
  const startMs = readCaptionTime(line, line.length, cursor)
  if (startMs < 0) return null
  const arrow = /^\s*-->\s*/.exec(line.slice(cursor.at, cursor.at + 40))
  if (!arrow) return null
  cursor.at += arrow[0].length
  const endMs = readCaptionTime(line, line.length, cursor)
  if (endMs < 0 || (cursor.at < line.length && !/\s/.test(line.charAt(cursor.at)))) return null
  return { startMs, endMs, rest: cursor.at === line.length ? '' : textBehind(line.slice(cursor.at)) }
}

const SETTING = /^(?:[A-Za-z][\w-]*:.*|\d+%?)$/

function textBehind(rest: string): string {
  if (rest.trim() === '') return ''
  const settings = rest.slice(0, 300).trim().split(/\s+/)
  return settings.every((setting) => SETTING.test(setting)) ? '' : rest.trim()
}

// Spaces inside, a colon or semicolon before the milliseconds, a minus, the number on the same line, arrows of all kinds.
const ODD = String.raw`(-?)\s?(\d{1,3})\s?:\s?(\d{1,2})(?:\s?:\s?(\d{1,2}))?(?:\s?[.,:;]\s?(\d{1,9}))?`
const ODD_TIMES = new RegExp(String.raw`^\s*(?:\d{1,7}\s+)?${ODD}\s*(?:[-–—]{1,3}\s?>|→|=>)\s*${ODD}(?=\s|$)`)

/** The same as people and broken tools write it; null if it is still no times. */
function readOddTimes(line: string): Times | null {
  const head = line.slice(0, 200)
  const match = ODD_TIMES.exec(head)
  if (!match) return null
  const startMs = oddTime(match, 1)
  const endMs = oddTime(match, 6)
  return startMs === null || endMs === null
    ? null
    : { startMs, endMs, rest: textBehind(line.slice(match[0].length)) }
}

/** Milliseconds from five groups (sign, hours, minutes, seconds, fraction); what lies before the recording is its start. */
function oddTime(match: RegExpExecArray, at: number): number | null {
  const [first, second, third, fraction] = [match[at + 1], match[at + 2], match[at + 3], match[at + 4]]
  const [hours, minutes, seconds] = third === undefined ? ['0', first, second] : [first, second, third]
  if (Number(minutes) > 99 || Number(seconds) > 99) return null
  if (match[at] === '-') return 0
  const milliseconds = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * 1000)
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + milliseconds
}

/** A caption's number, also as people decorate it: `#2`, `3.`, `(4)`. */
const NUMBER = /^[#([]?(\d{1,7})[.:)\]]?$/

/** In a numbered file the digits before the next times are that caption's number, not speech. */
function dropNumber(caption: Caption, afterBlank: boolean, expected: number): void {
  const last = caption.lines.at(-1)
  const number = last && NUMBER.exec(last.text)?.[1]
  if (number && (afterBlank || Number(number) === expected)) caption.lines.pop()
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
