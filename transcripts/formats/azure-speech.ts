import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import type { Segment } from './segments'

/** Azure counts time in ticks of 100 nanoseconds. */
const TICKS_PER_MS = 10_000

/**
 * Azure AI Speech. Batch: `recognizedPhrases[{offsetInTicks, durationInTicks, speaker, nBest[{display, displayWords}]}]`.
 * Fast: `phrases[{offsetMilliseconds, durationMilliseconds, text, speaker, words[]}]`.
 */
export const azureSpeech = jsonFormat({
  id: 'azure-speech',
  label: 'Azure AI Speech JSON',
  recognises(value) {
    if (listOf(value, 'recognizedPhrases')?.some((phrase) => listOf(phrase, 'nBest') !== null)) return 0.97
    const fast = listOf(value, 'phrases')?.find(isRecord)
    return fast && 'offsetMilliseconds' in fast ? 0.97 : 0
  },
  read(value) {
    const fast = listOf(value, 'phrases')
    const segments = fast ? fast.map(fastPhrase) : (listOf(value, 'recognizedPhrases') ?? []).map(batchPhrase)
    const language = languageTag(textOf(fast?.[0] ?? listOf(value, 'recognizedPhrases')?.[0], 'locale'))
    // Batch lists one channel after the other.
    segments.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0))
    return { segments, meta: language ? { language } : {} }
  },
})

function fastPhrase(phrase: unknown, index: number): Segment {
  const words = (listOf(phrase, 'words') ?? []).map((word) => ({
    text: textOf(word, 'text') ?? '',
    ...span(word, 'offsetMilliseconds', 'durationMilliseconds', 1),
  }))
  return {
    text: textOf(phrase, 'text') ?? '',
    ...span(phrase, 'offsetMilliseconds', 'durationMilliseconds', 1),
    speaker: speakerOf(phrase, 'speaker'),
    words,
    path: `phrases[${index}]`,
  }
}

function batchPhrase(phrase: unknown, index: number): Segment {
  const best = listOf(phrase, 'nBest')?.[0]
  // Shown words carry capitals and marks as the text does; older files have only the spoken ones.
  const words = (listOf(best, 'displayWords') ?? listOf(best, 'words') ?? []).map(
    (word): ListedWord => ({
      text: textOf(word, 'displayText') ?? textOf(word, 'word') ?? '',
      ...span(word, 'offsetInTicks', 'durationInTicks', TICKS_PER_MS),
    }),
  )
  return {
    text: textOf(best, 'display') ?? textOf(best, 'lexical') ?? '',
    ...span(phrase, 'offsetInTicks', 'durationInTicks', TICKS_PER_MS),
    speaker: speakerOf(phrase, 'speaker'),
    words,
    path: `recognizedPhrases[${index}]`,
  }
}

function span(value: unknown, offset: string, duration: string, perMs: number) {
  const start = numberOf(value, offset)
  if (start === null || start < 0) return { startMs: null, endMs: null }
  const end = start + Math.max(0, numberOf(value, duration) ?? 0)
  return { startMs: Math.round(start / perMs), endMs: Math.round(end / perMs) }
}
