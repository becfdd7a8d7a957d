import { type CaptionLine, captionLine, type InlineTimes, isMarker } from './caption-line'
import { readPlainTime } from './caption-time'
import type { Segment } from './webvtt-text'

const LF = 0x0a
const AMPERSAND = 0x26
const DOT = 0x2e
const SLASH = 0x2f
const LESS = 0x3c
const GREATER = 0x3e
const LETTER_C = 0x63
const SPACE = 0x20
const COLON = 0x3a
const DELETE = 0x7f
/** `<00:00:00.000>` */
const TIME_LENGTH = 14

/** A line while it is read. Times are put where text follows them; of several in a row the last one holds. */
class LineBuilder {
  readonly lines: CaptionLine[] = []
  #text = ''
  #first = 0
  #times: InlineTimes | null = null

  /** Adds `text`, which has no line end; `ms` is the time in front of it, or -1. */
  add(text: string, ms: number): void {
    if (ms >= 0) {
      this.#times ??= { at: [], ms: [] }
      this.#times.at.push(this.#text.length)
      this.#times.ms.push(ms)
    }
    if (this.#text === '') {
      this.#text = text.trimStart()
      this.#first = this.#text.charCodeAt(0)
    } else this.#text += text
  }

  /** Ends the line. `hasColon` and `isTidy`: what is known of all that was added, so that nobody needs to look again. */
  end(speaker: string | null, isPlain = false): void {
    const text = this.#text
    const line = isPlain
      ? { text, speaker, times: null, isTidy: true, hasColon: false, isMarked: isMarker(this.#first) }
      : captionLine(text, 0, text.length)
    if (line !== null && text !== '') {
      line.speaker = speaker
      line.times = this.#times
      this.lines.push(line)
    }
    this.#text = ''
    this.#times = null
  }
}

/** The lines of a caption that was read by the full rules. What different voices say on one line are lines of their own. */
export function linesOfSegments(segments: readonly Segment[]): CaptionLine[] {
  const builder = new LineBuilder()
  let speaking: string | null = null
  for (const { text, speaker, startMs } of segments) {
    if (speaker !== speaking) builder.end(speaking)
    speaking = speaker
    let ms = startMs ?? -1
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      builder.add(text.slice(from, end), ms)
      builder.end(speaker)
      ms = -1
      from = end + 1
    }
    builder.add(text.slice(from), ms)
  }
  builder.end(speaking)
  return builder.lines
}

/**
 * Reads a caption whose only markup is that of automatic captions: `<c>`, `</c>` and full inline times. Null as soon as
 * there is anything else; `readCaptionText` then reads all of it and would have made the same of this.
 */
export function readWordTimes(source: string, from: number, end: number): CaptionLine[] | null {
  const builder = new LineBuilder()
  let run = from
  let ms = -1
  // Nothing in the line so far but words of letters with single spaces between them.
  let isPlain = true
  let spaced = true
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code > LESS && code < DELETE) {
      spaced = false
      continue
    }
    if (code === SPACE) {
      if (spaced) isPlain = false
      spaced = true
      continue
    }
    if (code !== LESS && code !== LF && code !== AMPERSAND) {
      spaced = false
      isPlain &&= code > SPACE && code < COLON
      continue
    }
    if (code === AMPERSAND) return null
    if (at > run || (code === LF && ms >= 0)) {
      builder.add(source.slice(run, at), ms)
      ms = -1
    }
    if (code === LF) {
      builder.end(null, isPlain && !spaced)
      isPlain = true
      spaced = true
      run = at + 1
      continue
    }
    const first = source.charCodeAt(at + 1)
    let close: number
    if (first === LETTER_C || first === SLASH) close = tagEnd(source, at)
    else {
      close = at + TIME_LENGTH - 1
      if (source.charCodeAt(close) !== GREATER || source.charCodeAt(at + 9) !== DOT) return null
      ms = readPlainTime(source, at + 1)
      if (ms < 0) return null
    }
    if (close < 0 || close >= end) return null
    at = close
    run = close + 1
  }
  if (end > run) builder.add(source.slice(run, end), ms)
  builder.end(null, isPlain && !spaced)
  return builder.lines
}

/** The `>` of `<c>`, `<c.class>` or `</c>` that begins here, or -1. */
function tagEnd(source: string, at: number): number {
  if (source.charCodeAt(at + 1) === SLASH)
    return source.charCodeAt(at + 2) === LETTER_C && source.charCodeAt(at + 3) === GREATER ? at + 3 : -1
  if (source.charCodeAt(at + 2) === GREATER) return at + 2
  return source.charCodeAt(at + 2) === DOT ? classEnd(source, at + 3) : -1
}

/** Class names are letters and digits here; more than automatic captions write is for the full rules. */
function classEnd(source: string, from: number): number {
  for (let at = from; at < from + 40; at++) {
    const code = source.charCodeAt(at)
    if (code === GREATER) return at
    const isPlain =
      (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === DOT
    if (!isPlain) return -1
  }
  return -1
}
