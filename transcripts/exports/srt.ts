import { stripAndDecode } from '@/transcripts/formats/strip-markup'
import { captionsOf, lineText } from './captions-of'
import { captionClock } from './clock'
import { labelsOf } from './labels'
import type { ExportFormat, OutgoingTranscript } from './outgoing'

/** A label must stand this often to be told from a sentence with a colon, in any script. */
const USES = 5

/**
 * SubRip, for what takes nothing else: a speaker's name stands before the words where it changes. What players without
 * any markup would show wrongly is written as it is, unless it would be read as markup.
 */
export const srt: ExportFormat = {
  id: 'srt',
  label: 'SubRip (SRT)',
  about: 'Captions for video tools. Speakers as “Name:” where they change.',
  extension: 'srt',
  mime: 'application/x-subrip; charset=utf-8',
  needsTimes: true,
  carries: {
    speakers: 'labels',
    nobody: 'named',
    turns: 'speaker-changes',
    turnTimes: 'milliseconds',
    wordTimes: 'none',
    signs: 'all',
  },
  write: writeSrt,
}

function writeSrt(transcript: OutgoingTranscript): string {
  const labelOf = labelsOf(transcript)
  const uses = new Map<string, number>()
  let speaking = ''
  const blocks = captionsOf(transcript.turns).map((caption, nth) => {
    // Readers take `>>` at a caption's start for a change of speaker and drop it: behind a label, or twice, it stays.
    const mark = lineText(caption, caption).startsWith('>>')
    const speaker = labelOf?.(caption.turn.speaker) ?? ''
    const count = uses.get(speaker) ?? 0
    let label = ''
    if (labelOf === null) label = mark ? '>> ' : ''
    else if (speaker !== speaking || mark || count < USES) {
      uses.set(speaker, count + 1)
      label = `${speaker}: `
    }
    speaking = speaker
    const lines = caption.lines.map((line) => escapeLine(lineText(caption, line)))
    const times = `${captionClock(caption.startMs, ',')} --> ${captionClock(caption.endMs, ',')}`
    return `${nth + 1}\r\n${times}\r\n${label}${lines.join('\r\n')}\r\n`
  })
  return blocks.join('\r\n')
}

const ARROW = /-->|→|=>|[-–—]\s?>/
const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A line as it is where that reads back as it is, else with its signs as character references. */
function escapeLine(line: string): string {
  if (
    !ARROW.test(line) &&
    (!/[<{&\\]/.test(line) || (stripAndDecode(line).text === line && !/[{\\]/.test(line)))
  )
    return line
  return line.replace(/[&<>{}\\→]/g, (sign) => NAMES[sign] ?? `&#${sign.charCodeAt(0)};`)
}
