import type { ParsedTranscript } from '@/transcripts/model'
import { countWords } from '@/transcripts/words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import type { Segment } from './segments'

/** Slower than this over a whole file is no speech in seconds, but speech in milliseconds. */
const SLOWEST_WORDS_PER_SECOND = 0.05

/** Diarised turns: `[{speaker, start, end, text}]`, bare or under `turns`, `transcript` or `utterances`. */
export const speakerTurns = jsonFormat({
  id: 'speaker-turns',
  label: 'Speaker turns (JSON)',
  recognises(value) {
    const first = turnsOf(value).list.find(isRecord)
    return first && 'text' in first && 'speaker' in first && ('start' in first || Array.isArray(value))
      ? 0.85
      : 0
  },
  read(value, problems) {
    const { list, key } = turnsOf(value)
    const unit = unitOf(list)
    if (unit === 1) {
      problems.add(
        'times-in-milliseconds',
        'info',
        'The times of this file were read as milliseconds: as seconds nobody speaks so slowly.',
      )
    }
    const time = (turn: unknown, name: string, index: number) => {
      const number = numberOf(turn, name)
      // From 0 to 0 in the middle of a file is how exporters write that they do not know.
      const unknown = index > 0 && numberOf(turn, 'start') === 0 && !numberOf(turn, 'end')
      return number === null || number < 0 || unknown ? null : Math.round(number * unit)
    }
    const segments = list.map(
      (turn, index): Segment => ({
        text: textOf(turn, 'text') ?? '',
        startMs: time(turn, 'start', index),
        endMs: time(turn, 'end', index),
        speaker: speakerOf(turn, 'speaker'),
        words: [],
        path: `${key}[${index}]`,
      }),
    )
    return { segments, meta: metaOf(value) }
  },
})

function turnsOf(value: unknown): { list: unknown[]; key: string } {
  if (Array.isArray(value)) return { list: value, key: '' }
  for (const key of ['turns', 'transcript', 'utterances']) {
    const list = listOf(value, key)
    if (list) return { list, key }
  }
  return { list: [], key: '' }
}

/** Milliseconds per unit of the file's times: 1000 for seconds, 1 for milliseconds, by the pace they make. */
function unitOf(turns: unknown[]): 1 | 1000 {
  let words = 0
  let last = 0
  for (const turn of turns) {
    words += countWords(textOf(turn, 'text') ?? '')
    const end = numberOf(turn, 'end') ?? numberOf(turn, 'start') ?? 0
    if (!Number.isInteger(end)) return 1000
    last = Math.max(last, end)
  }
  return last > 0 && words / last < SLOWEST_WORDS_PER_SECOND ? 1 : 1000
}

function metaOf(value: unknown): ParsedTranscript['meta'] {
  const meta: ParsedTranscript['meta'] = {}
  for (const holder of isRecord(value) ? [value, value.meeting, value.meta, value.metadata] : []) {
    const title = textOf(holder, 'title')
    const date = /^\d{4}-\d\d-\d\d/.exec(textOf(holder, 'date') ?? textOf(holder, 'meeting_date') ?? '')?.[0]
    const url = /^https?:\/\/\S+$/.exec(textOf(holder, 'source_url') ?? '')?.[0]
    const language = languageTag(textOf(holder, 'language'))
    if (title) meta.title ??= title
    if (date) meta.date ??= date
    if (url) meta.sourceUrl ??= url
    if (language) meta.language ??= language
  }
  return meta
}
