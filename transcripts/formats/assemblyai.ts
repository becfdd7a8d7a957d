import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { type Segment, segmentsOfWords } from './segments'

/** Its lists of stretches of speech: the transcript's own, and those of its sentences and paragraphs exports. */
const STRETCHES = ['utterances', 'sentences', 'paragraphs']

/**
 * AssemblyAI: `utterances[{speaker, start, end, text, words[]}]`, the same as `sentences` or `paragraphs`, or only
 * `words[]`; times in milliseconds. A bare list of utterances is what its client libraries hand out.
 */
export const assemblyAi = jsonFormat({
  id: 'assemblyai',
  label: 'AssemblyAI JSON',
  recognises(value) {
    if (Array.isArray(value)) return isStretch(value[0]) ? 0.9 : 0
    if (!isRecord(value)) return 0
    const known =
      'acoustic_model' in value ||
      'language_code' in value ||
      'audio_url' in value ||
      'audio_duration' in value
    const first = (stretchesOf(value).list ?? listOf(value, 'words'))?.find(isRecord)
    if (!first || !('text' in first) || !Number.isInteger(numberOf(first, 'start'))) return 0
    return known ? 0.97 : listOf(first, 'words') ? 0.9 : 0
  },
  read(value) {
    const language = languageTag(textOf(value, 'language_code'))
    const { list, key } = stretchesOf(value)
    const segments = (list ?? []).map(
      (entry, index): Segment => ({
        text: textOf(entry, 'text') ?? '',
        startMs: millisecondsOf(entry, 'start'),
        endMs: millisecondsOf(entry, 'end'),
        speaker: speakerOf(entry, 'speaker'),
        words: (listOf(entry, 'words') ?? []).map(wordOf),
        path: `${key}[${index}]`,
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

function stretchesOf(value: unknown): { list: unknown[] | null; key: string } {
  if (Array.isArray(value)) return { list: value, key: '' }
  for (const key of STRETCHES) {
    const list = listOf(value, key)
    if (list && list.length > 0) return { list, key }
  }
  return { list: null, key: '' }
}

/** Whole milliseconds, a confidence and words of its own: no other bare list has all of them. */
function isStretch(first: unknown): boolean {
  const word = listOf(first, 'words')?.[0]
  return (
    isRecord(first) &&
    'confidence' in first &&
    Number.isInteger(numberOf(first, 'start')) &&
    textOf(word, 'text') !== null
  )
}

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
