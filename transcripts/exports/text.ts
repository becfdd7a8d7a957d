import type { ParsedTurn } from '@/transcripts/model'
import { TurnWords } from './captions-of'
import { textClock } from './clock'
import { labelsOf } from './labels'
import type { ExportFormat, OutgoingTranscript } from './outgoing'

const MIME = 'text/plain; charset=utf-8'

/** The words alone, as a page of text: a paragraph a turn, the speaker's name before it. */
export const text: ExportFormat = {
  id: 'text',
  label: 'Text',
  about: 'Speakers and words, to read or to quote from. No times.',
  extension: 'txt',
  mime: MIME,
  needsTimes: false,
  carries: {
    speakers: 'labels',
    nobody: 'named',
    turns: 'speaker-changes',
    turnTimes: 'none',
    wordTimes: 'none',
    signs: 'plain',
  },
  write: (transcript) => writeText(transcript, false),
}

/** The same with the time at each paragraph; long turns have one about every minute. */
export const timedText: ExportFormat = {
  ...text,
  id: 'text-times',
  label: 'Text with times',
  about: 'The same, with [h:mm:ss] at each paragraph.',
  extension: 'times.txt',
  needsTimes: true,
  carries: { ...text.carries, turnTimes: 'seconds' },
  write: (transcript) => writeText(transcript, true),
}

function writeText(transcript: OutgoingTranscript, timed: boolean): string {
  const body = paragraphsOf(transcript, timed).map(({ label, time, words }) => {
    const head = [label, time].filter((part) => part !== '').join(' ')
    return `${head}${label === '' ? '' : ':'}${head === '' ? '' : ' '}${words}\n`
  })
  return `${frontMatter(transcript)}\n${body.join('\n')}`
}

/** Title, date and language as our own reader and many others find them above a text. */
function frontMatter({ title, happenedOn, place, platform, language }: OutgoingTranscript): string {
  const lines = [
    `title: ${JSON.stringify(title)}`,
    ...(happenedOn === null ? [] : [`date: ${happenedOn}`]),
    ...(place === '' ? [] : [`place: ${JSON.stringify(place)}`]),
    ...(platform === '' ? [] : [`platform: ${JSON.stringify(platform)}`]),
    `language: ${language}`,
  ]
  return `---\n${lines.join('\n')}\n---\n`
}

/** A paragraph of a text: `label` is a speaker's name or empty, `time` is `[0:01:02]` or empty. */
export type Paragraph = { label: string; time: string; words: string }

/** After this long a long turn gets another time, where a sentence ends or nobody speaks; after the other, anywhere. */
const TIME_AFTER_MS = 60_000
const TIME_ANYWHERE_MS = 90_000
const PAUSE_MS = 5000

const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]]*$/u

/** A transcript as paragraphs, for text and for Word. */
export function paragraphsOf(transcript: OutgoingTranscript, timed: boolean): Paragraph[] {
  const labelOf = labelsOf(transcript)
  let above = -1
  return transcript.turns.flatMap((turn) => {
    const label = labelOf?.(turn.speaker) ?? ''
    if (!timed) return [{ label, time: '', words: turn.text }]
    return timedPieces(turn).map(({ startMs, words }, nth): Paragraph => {
      // Two that begin within one second would come back as one time that they share.
      const second = Math.floor(startMs / 1000)
      const time = `[${textClock(startMs, second === above)}]`
      above = second
      if (nth === 0 && label !== '') return { label, time, words }
      // A dash or colon behind a bare time is taken for a part of it, once.
      return { label: '', time, words: /^[-–—:*_]/.test(words) ? `- ${words}` : words }
    })
  })
}

function timedPieces(turn: ParsedTurn): { startMs: number; words: string }[] {
  const words = new TurnWords(turn)
  const { wordStarts: starts, wordEnds: ends } = turn
  const pieces: { startMs: number; words: string }[] = []
  let from = 0
  const isDue = (at: number) => {
    const since = (starts[at] ?? 0) - (starts[from] ?? 0)
    const paused = (starts[at] ?? 0) - (ends[at - 1] ?? 0) >= PAUSE_MS
    const rests = paused || (since >= TIME_AFTER_MS && SENTENCE_END.test(words.text(at - 1, at)))
    return (rests || since >= TIME_ANYWHERE_MS) && words.canCut(at)
  }
  for (let at = 1; at <= starts.length; at++) {
    if (at < starts.length && !isDue(at)) continue
    pieces.push({ startMs: starts[from] ?? 0, words: words.text(from, at) })
    from = at
  }
  return pieces
}
