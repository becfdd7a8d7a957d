import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { type Segment, segmentsOfWords } from './segments'

// The Python client writes the same names with underscores.
const START = ['startTime', 'startOffset', 'start_time', 'start_offset']
const END = ['endTime', 'endOffset', 'end_time', 'end_offset']
const RESULT_END = ['resultEndTime', 'resultEndOffset', 'result_end_time', 'result_end_offset']

type SpokenWord = ListedWord & { speaker: string | null }

/**
 * Google Speech-to-Text: `results[{alternatives[{transcript, words[{word, startTime, endTime, speakerTag}]}]}]`. Times are
 * `{seconds, nanos}`, `"1.300s"`, or `startOffset` in its second version. With speakers, the last result repeats all
 * words with their tags: then only it is read.
 */
export const googleStt = jsonFormat({
  id: 'google-stt',
  label: 'Google Speech-to-Text JSON',
  recognises(value) {
    const alternative = resultsOf(value).map(bestOf).find(isRecord)
    if (!alternative || 'timestamps' in alternative) return 0
    const word = listOf(alternative, 'words')?.find(isRecord)
    if (word) return 'word' in word && [...START, ...END].some((key) => key in word) ? 0.96 : 0
    return 'transcript' in alternative ? 0.6 : 0
  },
  read(value) {
    const results = resultsOf(value)
    const language = languageTag(
      textOf(results.find(isRecord), 'languageCode') ?? textOf(results.find(isRecord), 'language_code'),
    )
    const meta = language ? { language } : {}
    const tagged = results.map(wordsOf).filter((words) => words.some((word) => word.speaker !== null))
    const last = tagged.at(-1)
    if (last) return { segments: segmentsOfWords(last, 'results'), meta }
    const segments = results.map((result, index): Segment => {
      const words = wordsOf(result)
      // Without words a result says only when it ends; it begins where the one before ended.
      const startMs = words[0]?.startMs ?? (index === 0 ? 0 : timeOf(results[index - 1], RESULT_END))
      return {
        text: textOf(bestOf(result), 'transcript') ?? '',
        startMs: words.length > 0 || timeOf(result, RESULT_END) !== null ? startMs : null,
        endMs: words.at(-1)?.endMs ?? timeOf(result, RESULT_END),
        speaker: null,
        words,
        path: `results[${index}]`,
      }
    })
    return { segments, meta }
  },
})

function resultsOf(value: unknown): unknown[] {
  const response = isRecord(value) ? value.response : undefined
  const results = listOf(value, 'results') ?? listOf(response, 'results')
  if (results) return results
  // The second version answers a batch by files, each with its results; one file has one recording.
  const files = isRecord(value) ? (isRecord(response) ? response.results : value.results) : undefined
  const first = isRecord(files) ? Object.values(files)[0] : undefined
  return listOf(isRecord(first) ? first.transcript : undefined, 'results') ?? []
}

function bestOf(result: unknown): unknown {
  return listOf(result, 'alternatives')?.[0]
}

function wordsOf(result: unknown): SpokenWord[] {
  return (listOf(bestOf(result), 'words') ?? []).map((word) => ({
    text: textOf(word, 'word') ?? '',
    startMs: timeOf(word, START),
    endMs: timeOf(word, END),
    speaker:
      speakerOf(word, 'speakerLabel') ??
      speakerOf(word, 'speaker_label') ??
      (numberOf(word, 'speakerTag') ? speakerOf(word, 'speakerTag') : null) ??
      (numberOf(word, 'speaker_tag') ? speakerOf(word, 'speaker_tag') : null),
  }))
}

function timeOf(value: unknown, keys: readonly string[]): number | null {
  if (!isRecord(value)) return null
  for (const key of keys) {
    const time = value[key]
    if (isRecord(time))
      return Math.round((numberOf(time, 'seconds') ?? 0) * 1000 + (numberOf(time, 'nanos') ?? 0) / 1e6)
    const match = typeof time === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(time) : null
    if (match?.[1]) return Math.round(Number(match[1]) * 1000)
  }
  return null
}
