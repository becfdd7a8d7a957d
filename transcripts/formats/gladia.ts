import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import type { Segment } from './segments'

/** Gladia: `result.transcription.utterances[{text, start, end, speaker, words[{word, start, end}]}]`, seconds. */
export const gladia = jsonFormat({
  id: 'gladia',
  label: 'Gladia JSON',
  recognises: (value) => (listOf(bodyOf(value), 'utterances')?.some(isRecord) ? 0.97 : 0),
  read(value) {
    const utterances = listOf(bodyOf(value), 'utterances') ?? []
    const segments = utterances.map(
      (entry, index): Segment => ({
        text: textOf(entry, 'text') ?? '',
        startMs: secondsOf(entry, 'start'),
        endMs: secondsOf(entry, 'end'),
        speaker: speakerOf(entry, 'speaker'),
        words: (listOf(entry, 'words') ?? []).map((word) => ({
          text: textOf(word, 'word') ?? '',
          startMs: secondsOf(word, 'start'),
          endMs: secondsOf(word, 'end'),
        })),
        path: `utterances[${index}]`,
      }),
    )
    const language = languageTag(textOf(utterances[0], 'language'))
    return { segments, meta: language ? { language } : {} }
  },
})

function bodyOf(value: unknown): unknown {
  const result = isRecord(value) && isRecord(value.result) ? value.result : value
  return isRecord(result) ? result.transcription : undefined
}
