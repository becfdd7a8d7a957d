import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { type Segment, segmentsOfWords } from './segments'

/** AssemblyAI: `utterances[{speaker, start, end, text, words[]}]`, or only `words[]`; times in milliseconds. */
export const assemblyAi = jsonFormat({
  id: 'assemblyai',
  label: 'AssemblyAI JSON',
  recognises(value) {
    if (!isRecord(value)) return 0
    const known =
      'acoustic_model' in value ||
      'language_code' in value ||
      'audio_url' in value ||
      'audio_duration' in value
    const first = (listOf(value, 'utterances') ?? listOf(value, 'words'))?.find(isRecord)
    if (!first || !('text' in first) || !Number.isInteger(numberOf(first, 'start'))) return 0
    return known ? 0.97 : listOf(first, 'words') ? 0.9 : 0
  },
  read(value) {
    const language = languageTag(textOf(value, 'language_code'))
    const utterances = listOf(value, 'utterances') ?? []
    const segments = utterances.map(
      (entry, index): Segment => ({
        text: textOf(entry, 'text') ?? '',
        startMs: millisecondsOf(entry, 'start'),
        endMs: millisecondsOf(entry, 'end'),
        speaker: speakerOf(entry, 'speaker'),
        words: (listOf(entry, 'words') ?? []).map(wordOf),
        path: `utterances[${index}]`,
      }),
    )
    const words = (listOf(value, 'words') ?? []).map((word) => ({
      ...wordOf(word),
      speaker: speakerOf(word, 'speaker'),
    }))
    return {
      segments: segments.length > 0 ? segments : segmentsOfWords(words, 'words'),
      meta: language ? { language } : {},
    }
  },
})

function wordOf(word: unknown): ListedWord {
  return {
    text: textOf(word, 'text') ?? '',
    startMs: millisecondsOf(word, 'start'),
    endMs: millisecondsOf(word, 'end'),
  }
}

function millisecondsOf(value: unknown, key: string): number | null {
  const number = numberOf(value, key)
  return number === null || number < 0 ? null : Math.round(number)
}
