import { type Caption, type CaptionLine, cuesOfCaptions } from './captions'
import type { Format, FormatResult } from './format'
import { ProblemList } from './problem-list'
import { markupMessage } from './strip-markup'
import { type RawCue, readWebVttCues } from './webvtt-cues'
import { readCaptionText } from './webvtt-text'

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
    if (/^WEBVTT/.test(head)) return 0.95
    const timed = /^(?:\d+:)?\d{1,2}:\d\d\.\d{3}[ \t]+-->/m.test(head)
    return timed && extension === 'vtt' ? 0.92 : 0
  },
  parse: ({ text }) => parseWebVtt(text),
}

/** Parses WebVTT text. Shared with the automatic captions of video platforms, whose grammar is the same. */
export function parseWebVtt(text: string): FormatResult {
  const problems = new ProblemList()
  const { cues, header } = readWebVttCues(text, problems)
  const captions = cues.map((cue) => captionOf(cue, problems))
  const language = /^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$/m.exec(header)?.[1]
  return {
    cues: cuesOfCaptions(captions, problems),
    meta: language ? { language } : {},
    problems: problems.list(),
  }
}

function captionOf(cue: RawCue, problems: ProblemList): Caption {
  const { startMs, endMs, line, payload } = cue
  const caption: Caption = { startMs, endMs, line, lines: [] }
  if (!payload.includes('<') && !payload.includes('&')) {
    for (const text of payload.includes('\n') ? payload.split('\n') : [payload]) {
      const trimmed = text.trim()
      if (trimmed !== '') caption.lines.push({ text: trimmed, speaker: null, chunks: null })
    }
    return caption
  }
  const { segments, foreignTag, looseSign } = readCaptionText(payload)
  if (foreignTag !== null)
    problems.add('markup-removed', 'warning', markupMessage(foreignTag), { line: line + 1 })
  if (looseSign) {
    problems.add('unescaped-sign', 'info', 'A “<” that begins no tag was kept as text.', { line: line + 1 })
  }
  let current: CaptionLine | null = null
  for (const segment of segments) {
    segment.text.split('\n').forEach((part, nth) => {
      if (!current || nth > 0 || current.speaker !== segment.speaker) {
        if (current) caption.lines.push(current)
        current = { text: '', speaker: segment.speaker, chunks: null }
      }
      const text: string = current.text === '' ? part.trimStart() : part
      const untimedSoFar: string = current.text
      current.text += text
      if (segment.startMs !== null && nth === 0) {
        current.chunks ??= untimedSoFar === '' ? [] : [{ text: untimedSoFar, startMs: null }]
        current.chunks.push({ text, startMs: segment.startMs })
      } else current.chunks?.push({ text, startMs: null })
    })
  }
  if (current) caption.lines.push(current)
  caption.lines = caption.lines.filter((one) => one.text.trim() !== '')
  for (const one of caption.lines) one.text = one.text.trim()
  return caption
}
