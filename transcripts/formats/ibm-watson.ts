import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import { type Segment, segmentsOfWords } from './segments'
import { speakerByTime } from './speaker-spans'

/**
 * IBM Watson: `results[{alternatives[{transcript, timestamps[[word, start, end]]}]}]`, seconds, often inside one more
 * `results`; `speaker_labels[{from, to, speaker}]` beside it, one a word.
 */
export const ibmWatson = jsonFormat({
  id: 'ibm-watson',
  label: 'IBM Watson JSON',
  recognises: (value) => (partsOf(value).some(({ results }) => results.some(hasTimestamps)) ? 0.97 : 0),
  read(value) {
    const segments = partsOf(value).flatMap(({ results, labels }) => {
      const speakerAt = speakerByTime(labels)
      if (labels.length === 0) return results.map(segmentOf)
      const words = results.flatMap((result) =>
        wordsOf(result).map((word) => ({ ...word, speaker: speakerAt(word.startMs) })),
      )
      return segmentsOfWords(words, 'results')
    })
    return { segments }
  },
})

function partsOf(value: unknown) {
  const outer = listOf(value, 'results') ?? []
  const nested = outer.filter((part) => listOf(part, 'results') !== null)
  return (nested.length > 0 ? nested : [value]).map((part) => ({
    results: listOf(part, 'results') ?? [],
    labels: (listOf(part, 'speaker_labels') ?? []).map((label) => ({
      startMs: secondsOf(label, 'from') ?? 0,
      endMs: secondsOf(label, 'to') ?? 0,
      speaker: speakerOf(label, 'speaker'),
    })),
  }))
}

function hasTimestamps(result: unknown): boolean {
  return listOf(listOf(result, 'alternatives')?.[0], 'timestamps') !== null
}

function wordsOf(result: unknown): ListedWord[] {
  return (listOf(listOf(result, 'alternatives')?.[0], 'timestamps') ?? []).map((entry) => {
    const [word, from, to]: unknown[] = Array.isArray(entry) ? entry : []
    return {
      text: typeof word === 'string' ? word : '',
      startMs: secondsOf({ from }, 'from'),
      endMs: secondsOf({ to }, 'to'),
    }
  })
}

function segmentOf(result: unknown, index: number): Segment {
  const words = wordsOf(result)
  const best = listOf(result, 'alternatives')?.[0]
  return {
    text: textOf(isRecord(best) ? best : undefined, 'transcript') ?? words.map((word) => word.text).join(' '),
    startMs: words[0]?.startMs ?? null,
    endMs: words.at(-1)?.endMs ?? null,
    speaker: null,
    words,
    path: `results[${index}]`,
  }
}
