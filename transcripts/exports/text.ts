import { TurnWords } from './captions-of'
import { textClock } from './clock'
import { type ExportFormat, namesSomebody, type OutgoingTranscript, UNKNOWN_SPEAKER } from './outgoing'

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

/** The same with the time before each paragraph; long turns have one about every minute. */
export const timedText: ExportFormat = {
  ...text,
  id: 'text-times',
  label: 'Text with times',
  about: 'The same, with [h:mm:ss] before each paragraph.',
  extension: 'times.txt',
  needsTimes: true,
  carries: { ...text.carries, turnTimes: 'seconds' },
  write: (transcript) => writeText(transcript, true),
}

function writeText(transcript: OutgoingTranscript, timed: boolean): string {
  const body = paragraphsOf(transcript, timed).map(({ time, label, words }) => `${time}${label}${words}\n`)
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

/** A paragraph of a text: `time` is `[0:01:02] ` or empty, `label` is `Name: ` or empty. */
export type Paragraph = { time: string; label: string; words: string }

/** After this long without a time a long turn gets another, at the end of a sentence. */
const TIME_EVERY_MS = 60_000

/** A transcript as paragraphs, for text and for Word. */
export function paragraphsOf(transcript: OutgoingTranscript, timed: boolean): Paragraph[] {
  const named = namesSomebody(transcript)
  let above = -1
  return transcript.turns.flatMap((turn) => {
    const label = named ? `${labelName(turn.speaker ?? UNKNOWN_SPEAKER)}: ` : ''
    const starts = timed ? turn.wordStarts : []
    if (starts.length === 0) return [{ time: '', label, words: turn.text }]
    const words = new TurnWords(turn)
    const paragraphs: Paragraph[] = []
    let from = 0
    for (let at = 1; at <= starts.length; at++) {
      const isLast = at === starts.length
      const isDue = !isLast && (starts[at] ?? 0) - (starts[from] ?? 0) >= TIME_EVERY_MS
      if (
        !isLast &&
        !(isDue && /[.!?…。！？؟]["'”’»)\]]*$/u.test(words.text(at - 1, at)) && words.canCut(at))
      )
        continue
      const startMs = starts[from] ?? 0
      // Two that begin within one second would come back as one time that they share.
      const second = Math.floor(startMs / 1000)
      const time = `[${textClock(startMs, second === above)}] `
      above = second
      const spoken = words.text(from, at)
      const name = from === 0 ? label : ''
      // A dash or colon behind the time is taken for a part of it, once.
      const guard = name === '' && /^[-–—:*_]/.test(spoken) ? '- ' : ''
      paragraphs.push({ time, label: name, words: guard + spoken })
      from = at
    }
    return paragraphs
  })
}

/** A name as it can stand before a colon. */
export function labelName(name: string): string {
  return name.replace(/[:：]/g, ' ').replace(/\s+/g, ' ').trim()
}
