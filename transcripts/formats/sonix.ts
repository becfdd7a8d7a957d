import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import type { Segment } from './segments'

/** Sonix: `transcript[{speaker, start_time, end_time, words[{text, start_time, end_time}]}]`, seconds; title as `name`. */
export const sonix = jsonFormat({
  id: 'sonix',
  label: 'Sonix JSON',
  recognises(value) {
    const part = listOf(value, 'transcript')?.find(isRecord)
    return part && 'start_time' in part && ('words' in part || 'text' in part) ? 0.97 : 0
  },
  read(value) {
    const segments = (listOf(value, 'transcript') ?? []).map((part, index): Segment => {
      const words = (listOf(part, 'words') ?? []).map((word) => ({
        text: textOf(word, 'text') ?? '',
        startMs: secondsOf(word, 'start_time'),
        endMs: secondsOf(word, 'end_time'),
      }))
      return {
        text: textOf(part, 'text') ?? words.map((word) => word.text.trim()).join(' '),
        startMs: secondsOf(part, 'start_time'),
        endMs: secondsOf(part, 'end_time'),
        speaker: speakerOf(part, 'speaker'),
        words,
        path: `transcript[${index}]`,
      }
    })
    const title = textOf(value, 'name')
    return { segments, meta: title ? { title } : {} }
  },
})
