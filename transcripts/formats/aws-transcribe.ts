import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { type Segment, segmentsOfWords } from './segments'

/**
 * AWS Transcribe: `results.items[{type: pronunciation|punctuation, start_time, end_time, alternatives}]`, strings of
 * seconds. The speaker stands on the item (newer files) or in `results.speaker_labels.segments[]`, found by time; with
 * one channel a person the channel is the speaker. Call analytics: `Transcript[{ParticipantRole, BeginOffsetMillis,
 * EndOffsetMillis, Content}]`.
 */
export const awsTranscribe = jsonFormat({
  id: 'aws-transcribe',
  label: 'AWS Transcribe JSON',
  recognises(value) {
    const first = listOf(isRecord(value) ? value.results : undefined, 'items')?.find(isRecord)
    if (first && 'alternatives' in first && 'type' in first) return 0.97
    const call = listOf(value, 'Transcript')?.find(isRecord)
    return call && 'BeginOffsetMillis' in call ? 0.97 : 0
  },
  read(value) {
    const calls = listOf(value, 'Transcript')
    if (calls) return { segments: calls.map(callSegment) }
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
      const speaker =
        speakerOf(item, 'speaker_label') ??
        speakerAt(startMs) ??
        speakerOf(item, 'channel_label') ??
        last?.speaker ??
        null
      words.push({ text, startMs, endMs: secondsOf(item, 'end_time'), speaker })
    }
    const language = languageTag(textOf(results, 'language_code'))
    return { segments: segmentsOfWords(words, 'results.items'), meta: language ? { language } : {} }
  },
})

function callSegment(entry: unknown, index: number): Segment {
  return {
    text: textOf(entry, 'Content') ?? '',
    startMs: numberOf(entry, 'BeginOffsetMillis'),
    endMs: numberOf(entry, 'EndOffsetMillis'),
    speaker: textOf(entry, 'ParticipantRole') ?? textOf(entry, 'ParticipantId'),
    words: [],
    path: `Transcript[${index}]`,
  }
}

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
