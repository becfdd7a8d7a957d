import { type CaptionLine, captionLine } from './caption-line'
import { type Caption, cuesOfCaptions } from './captions'
import type { Format, FormatResult } from './format'
import { ProblemList } from './problem-list'
import { markupMessage } from './strip-markup'
import { type RawCue, readWebVttCues } from './webvtt-cues'
import { readCaptionText } from './webvtt-text'
import { linesOfSegments, readWordTimes } from './webvtt-word-times'

const INLINE_TIME = /<\d\d:\d\d:\d\d\.\d{3}><c/

/** Whether a WebVTT text has the inline word times of automatic captions. */
export function hasInlineWordTimes(head: string): boolean {
  return INLINE_TIME.test(head)
}

/** W3C WebVTT, any producer. */
export const webvtt: Format = {
  id: 'webvtt',
  label: 'WebVTT captions',
  extensions: ['vtt'],
  detect({ head, extension }) {
    if (/^\s*WEBVTT/i.test(head)) return 0.95
    const timed = /^(?:\d+:)?\d{1,2}:\d\d\.\d{3}[ \t]+-->/m.test(head)
    return timed && extension === 'vtt' ? 0.92 : 0
  },
  parse: ({ text }) => parseWebVtt(text, true),
}

/**
 * Parses WebVTT text. Shared with the automatic captions of video platforms, whose grammar is the same. `withEmpty`: a
 * caption without words is a cue all the same, as the rules say.
 */
export function parseWebVtt(text: string, withEmpty = false): FormatResult {
  const problems = new ProblemList()
  const { cues, header } = readWebVttCues(text, problems)
  const reader = new CaptionReader(text, withEmpty, problems)
  const captions = cues.map((cue) => reader.read(cue))
  const language = /^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$/m.exec(header)?.[1]
  return {
    cues: cuesOfCaptions(captions, problems),
    meta: language ? { language } : {},
    problems: problems.list(),
  }
}

/** Where the next sign of a kind stands. Captions are read from front to back, so each is searched for once. */
class NextSign {
  #at = -1
  constructor(
    readonly text: string,
    readonly sign: string,
  ) {}

  isIn(from: number, end: number): boolean {
    if (this.#at < from) {
      const found = this.text.indexOf(this.sign, from)
      this.#at = found < 0 ? this.text.length : found
    }
    return this.#at < end
  }
}

/** Reads a cue's words into lines. Markup makes a caption some ten times as dear to read, so it is looked for first. */
class CaptionReader {
  readonly #less: NextSign
  readonly #ampersand: NextSign

  constructor(
    readonly text: string,
    readonly withEmpty: boolean,
    readonly problems: ProblemList,
  ) {
    this.#less = new NextSign(text, '<')
    this.#ampersand = new NextSign(text, '&')
  }

  read({ startMs, endMs, line, from, end, lines }: RawCue): Caption {
    const { text } = this
    const caption: Caption = { startMs, endMs, line, lines: [], isEmpty: false, voice: null }
    const hasTags = this.#less.isIn(from, end)
    if (this.#ampersand.isIn(from, end))
      caption.lines = readMarkup(text.slice(from, end), caption, this.problems)
    else if (hasTags)
      caption.lines =
        readWordTimes(text, from, end) ?? readMarkup(text.slice(from, end), caption, this.problems)
    else if (lines === 1) {
      const only = captionLine(text, from, end)
      if (only !== null) caption.lines = [only]
    } else caption.lines = plainLines(text, from, end)
    caption.isEmpty = this.withEmpty && caption.lines.length === 0
    return caption
  }
}

function plainLines(text: string, from: number, end: number): CaptionLine[] {
  const lines: CaptionLine[] = []
  for (let at = from; at < end; ) {
    const found = text.indexOf('\n', at)
    const until = found < 0 || found > end ? end : found
    const line = captionLine(text, at, until)
    if (line !== null) lines.push(line)
    at = until + 1
  }
  return lines
}

function readMarkup(payload: string, caption: Caption, problems: ProblemList): CaptionLine[] {
  const { segments, foreignTag, lost, voice } = readCaptionText(payload)
  const line = caption.line + 1
  if (foreignTag !== null) problems.add('markup-removed', 'warning', markupMessage(foreignTag), { line })
  if (lost !== null) {
    const message = `A “<” that begins no tag takes what follows it out of the caption: “${lost.slice(0, 60)}”. Write &lt; for the sign.`
    problems.add('unescaped-sign', 'warning', message, { line })
  }
  caption.voice = voice
  return linesOfSegments(segments)
}
