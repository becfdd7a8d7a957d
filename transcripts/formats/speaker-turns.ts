import type { ParsedTranscript } from '@/transcripts/model'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import type { Segment } from './segments'
import { unitOfTimes } from './time-unit'

/**
 * Diarised turns: `[{speaker, start, end, text}]`, bare or under `turns`, `transcript` or `utterances`. Podlove's have
 * `start_ms` and `end_ms`, and the name as `voice`.
 */
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
    const unit = unitOfTimes(list, problems)
    const time = (turn: unknown, name: string, index: number) => {
      const stated = numberOf(turn, `${name}_ms`)
      if (stated !== null) return stated
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
        speaker: textOf(turn, 'voice') ?? speakerOf(turn, 'speaker'),
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
