import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, secondsOf, textOf } from './json-source'
import { segmentsOfWords } from './segments'
import { speakerByTime } from './speaker-spans'

/** BBC Kaldi: `retval.words[{start, end, word, punct}]`, seconds; `retval.segmentation.segments[{start, duration, speaker}]`. */
export const bbcKaldi = jsonFormat({
  id: 'bbc-kaldi',
  label: 'BBC Kaldi JSON',
  recognises(value) {
    const word = listOf(bodyOf(value), 'words')?.find(isRecord)
    return word && 'punct' in word && 'start' in word ? 0.97 : 0
  },
  read(value) {
    const body = bodyOf(value)
    const segmentation = isRecord(body) ? body.segmentation : undefined
    const spans = (listOf(segmentation, 'segments') ?? []).map((segment) => {
      const startMs = secondsOf(segment, 'start') ?? 0
      const endMs = startMs + Math.round((numberOf(segment, 'duration') ?? 0) * 1000)
      return { startMs, endMs, speaker: textOf(isRecord(segment) ? segment.speaker : undefined, '@id') }
    })
    const speakerAt = speakerByTime(spans)
    let speaker: string | null = null
    const words = (listOf(body, 'words') ?? []).map((word) => {
      const startMs = secondsOf(word, 'start')
      // A word that begins a moment before its speaker's segment does is still in the gap: it stays with the last one.
      speaker = speakerAt(startMs) ?? speaker
      return {
        text: textOf(word, 'punct') ?? textOf(word, 'word') ?? '',
        startMs,
        endMs: secondsOf(word, 'end'),
        speaker,
      }
    })
    return { segments: segmentsOfWords(words, 'retval.words') }
  },
})

function bodyOf(value: unknown): unknown {
  return isRecord(value) && isRecord(value.retval) ? value.retval : value
}
