import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { segmentsOfWords } from './segments'

/**
 * AWS Transcribe: `results.items[{type: pronunciation|punctuation, start_time, end_time, alternatives}]`, strings of
 * seconds. The speaker stands on the item (newer files) or in `results.speaker_labels.segments[]`, found by time.
 */
export const awsTranscribe = jsonFormat({
  id: 'aws-transcribe',
  label: 'AWS Transcribe JSON',
  recognises(value) {
    const first = listOf(isRecord(value) ? value.results : undefined, 'items')?.find(isRecord)
    return first && 'alternatives' in first && 'type' in first ? 0.97 : 0
  },
  read(value) {
    const results = isRecord(value) ? value.results : undefined
    const speakerAt = speakersByTime(isRecord(results) ? results.speaker_labels : undefined)
    const words: (ListedWord & { speaker: string | null })[] = []
    for (const item of listOf(results, 'items') ?? []) {
      const text = textOf(listOf(item, 'alternatives')?.[0], 'content') ?? ''
      const last = words.at(-1)
      if (textOf(item, 'type') === 'punctuation') {
        if (last) last.text += text
        continue
      }
      const startMs = secondsOf(item, 'start_time')
      const speaker = speakerOf(item, 'speaker_label') ?? speakerAt(startMs) ?? last?.speaker ?? null
      words.push({ text, startMs, endMs: secondsOf(item, 'end_time'), speaker })
    }
    const language = languageTag(textOf(results, 'language_code'))
    return { segments: segmentsOfWords(words, 'results.items'), meta: language ? { language } : {} }
  },
})

/** Looks up speakers for rising times; both lists are in order, so it walks once. */
function speakersByTime(labels: unknown): (startMs: number | null) => string | null {
  const segments = (listOf(labels, 'segments') ?? []).map((segment) => ({
    startMs: secondsOf(segment, 'start_time') ?? 0,
    endMs: secondsOf(segment, 'end_time') ?? 0,
    speaker: speakerOf(segment, 'speaker_label'),
  }))
  let at = 0
  return (startMs) => {
    if (startMs === null) return null
    while (at < segments.length - 1 && (segments[at]?.endMs ?? 0) <= startMs) at += 1
    const segment = segments[at]
    return segment && segment.startMs <= startMs && startMs < segment.endMs ? segment.speaker : null
  }
}
