import { captionsOf, lineText, type OutgoingCaption } from './captions-of'
import { captionClock } from './clock'
import type { ExportFormat, OutgoingTranscript } from './outgoing'

const MIME = 'text/vtt; charset=utf-8'

/** W3C WebVTT with a voice for each speaker: what players and podcast apps take. */
export const webvtt: ExportFormat = {
  id: 'webvtt',
  label: 'WebVTT',
  about: 'Captions for players, with speakers. Times for each caption.',
  extension: 'vtt',
  mime: MIME,
  needsTimes: true,
  carries: {
    speakers: 'names',
    nobody: 'stays',
    turns: 'speaker-changes',
    turnTimes: 'milliseconds',
    wordTimes: 'none',
    signs: 'all',
  },
  write: (transcript) => writeWebVtt(transcript, false),
}

/** The same with a timestamp before each measured word, so that the times of words survive. */
export const webvttWords: ExportFormat = {
  ...webvtt,
  id: 'webvtt-words',
  label: 'WebVTT with word times',
  about: 'The same, with the time at which each measured word begins.',
  extension: 'words.vtt',
  carries: { ...webvtt.carries, wordTimes: 'measured' },
  write: (transcript) => writeWebVtt(transcript, true),
}

/** Timed turns as WebVTT, with a timestamp before each measured word where that is wanted. */
export function writeWebVtt({ turns }: Pick<OutgoingTranscript, 'turns'>, withWords: boolean): string {
  const captions = captionsOf(turns)
  const cues = captions.map((caption, nth) => {
    const { turn, from, to, startMs } = caption
    // A guess at the end is spread over what is left of the caption: not into the next one's words.
    const guessed = withWords && to - from > 1 && turn.wordEstimated[to - 1]
    const limit = guessed ? captions[nth + 1]?.startMs : undefined
    const endMs = limit === undefined ? caption.endMs : Math.min(caption.endMs, Math.max(limit, startMs + 1))
    const voice = turn.speaker === null ? '' : `<v ${escapeText(turn.speaker)}>`
    // Readers take `>>` at a caption's start for a change of speaker and drop it: it is written twice to stand once.
    const marked = from === 0 && turn.text.startsWith('>>') ? '&gt;&gt; ' : ''
    const text = withWords ? timedLines(caption, endMs) : plainLines(caption)
    return `${captionClock(startMs, '.')} --> ${captionClock(endMs, '.')}\n${voice}${marked}${text}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

function plainLines(caption: OutgoingCaption): string {
  return caption.lines.map((line) => escapeText(lineText(caption, line))).join('\n')
}

/** A timestamp must lie behind the caption's start and the one before it, and before its end (W3C WebVTT, 4.2.2). */
function timedLines(caption: OutgoingCaption, endMs: number): string {
  const { turn, bounds, from } = caption
  let reached = caption.startMs
  return caption.lines
    .map((line) => {
      let text = ''
      for (let word = line.from; word < line.to; word++) {
        const start = bounds[word * 2] ?? 0
        const spaced = turn.text.charAt(start - 1) === ' '
        const startMs = turn.wordStarts[word] ?? 0
        if (word > line.from && spaced) text += ' '
        if (word > from && spaced && !turn.wordEstimated[word] && startMs > reached && startMs < endMs) {
          text += `<${captionClock(startMs, '.')}>`
          reached = startMs
        }
        text += escapeText(turn.text.slice(start, bounds[word * 2 + 1] ?? start))
      }
      return text
    })
    .join('\n')
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
