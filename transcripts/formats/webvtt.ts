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
  const captions = cues.map((cue) => captionOf(cue, problems))
  if (withEmpty) for (const caption of captions) caption.isEmpty = caption.lines.length === 0
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
  const { segments, foreignTag, lost, voice } = readCaptionText(payload)
  if (foreignTag !== null)
    problems.add('markup-removed', 'warning', markupMessage(foreignTag), { line: line + 1 })
  if (lost !== null) {
    const message = `A “<” that begins no tag takes what follows it out of the caption: “${lost.slice(0, 60)}”. Write &lt; for the sign.`
    problems.add('unescaped-sign', 'warning', message, { line: line + 1 })
  }
  caption.voice = voice
  let current: CaptionLine | null = null
  for (const { text, speaker, startMs } of segments) {
    let from = 0
    let first = true
    for (;;) {
      const end = text.indexOf('\n', from)
      const piece = from === 0 && end < 0 ? text : text.slice(from, end < 0 ? text.length : end)
      if (current === null || !first || current.speaker !== speaker) {
        current = { text: '', speaker, chunks: null }
        caption.lines.push(current)
      }
      addPiece(current, piece, first ? startMs : null)
      if (end < 0) break
      from = end + 1
      first = false
    }
  }
  for (const one of caption.lines) one.text = one.text.trim()
  if (caption.lines.some((one) => one.text === ''))
    caption.lines = caption.lines.filter((one) => one.text !== '')
  return caption
}

function addPiece(line: CaptionLine, piece: string, startMs: number | null): void {
  const before = line.text
  const text = before === '' ? piece.trimStart() : piece
  line.text = before + text
  if (startMs !== null) {
    line.chunks ??= before === '' ? [] : [{ text: before, startMs: null }]
    line.chunks.push({ text, startMs })
  } else line.chunks?.push({ text, startMs: null })
}
