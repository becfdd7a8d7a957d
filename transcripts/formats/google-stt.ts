import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { type Segment, segmentsOfWords } from './segments'

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
    if (word)
      return 'word' in word && ('startTime' in word || 'startOffset' in word || 'endTime' in word) ? 0.96 : 0
    return 'transcript' in alternative ? 0.6 : 0
  },
  read(value) {
    const results = resultsOf(value)
    const language = languageTag(textOf(results.find(isRecord), 'languageCode'))
    const meta = language ? { language } : {}
    const tagged = results.map(wordsOf).filter((words) => words.some((word) => word.speaker !== null))
    const last = tagged.at(-1)
    if (last) return { segments: segmentsOfWords(last, 'results'), meta }
    const segments = results.map((result, index): Segment => {
      const words = wordsOf(result)
      return {
        text: textOf(bestOf(result), 'transcript') ?? '',
        startMs: words[0]?.startMs ?? null,
        endMs: words.at(-1)?.endMs ?? timeOf(result, ['resultEndTime', 'resultEndOffset']),
        speaker: null,
        words,
        path: `results[${index}]`,
      }
    })
    return { segments, meta }
  },
})

function resultsOf(value: unknown): unknown[] {
  return listOf(value, 'results') ?? listOf(isRecord(value) ? value.response : undefined, 'results') ?? []
}

function bestOf(result: unknown): unknown {
  return listOf(result, 'alternatives')?.[0]
}

function wordsOf(result: unknown): SpokenWord[] {
  return (listOf(bestOf(result), 'words') ?? []).map((word) => ({
    text: textOf(word, 'word') ?? '',
    startMs: timeOf(word, ['startTime', 'startOffset']),
    endMs: timeOf(word, ['endTime', 'endOffset']),
    speaker:
      speakerOf(word, 'speakerLabel') ??
      (numberOf(word, 'speakerTag') ? speakerOf(word, 'speakerTag') : null),
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
