import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import type { Segment } from './segments'

/** Podcasting 2.0 JSON: `segments[{speaker, startTime, endTime, body}]`, seconds; a speaker may stand only where it changes. */
export const podcastJson = jsonFormat({
  id: 'podcast-json',
  label: 'Podcasting 2.0 JSON',
  recognises(value) {
    const segments = listOf(value, 'segments')
    if (segments?.length === 0 && isRecord(value) && 'version' in value) return 0.7
    const first = segments?.find((entry) => isRecord(entry) && 'body' in entry)
    return isRecord(first) && ('startTime' in first || 'speaker' in first) ? 0.98 : 0
  },
  read(value) {
    let speaker: string | null = null
    const segments = (listOf(value, 'segments') ?? []).map((entry, index): Segment => {
      speaker = speakerOf(entry, 'speaker') ?? speaker
      return {
        text: textOf(entry, 'body') ?? '',
        startMs: secondsOf(entry, 'startTime'),
        endMs: secondsOf(entry, 'endTime'),
        speaker,
        words: [],
        path: `segments[${index}]`,
      }
    })
    return { segments }
  },
})
