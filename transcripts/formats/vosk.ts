import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, textOf } from './json-source'
import type { Segment } from './segments'

/** Vosk: `{result: [{word, start, end, conf}], text}`, seconds; a list of such results for a whole recording. */
export const vosk = jsonFormat({
  id: 'vosk',
  label: 'Vosk JSON',
  recognises(value) {
    const word = resultsOf(value)
      .flatMap((one) => listOf(one, 'result') ?? [])
      .find(isRecord)
    return word && 'word' in word && 'start' in word && 'conf' in word ? 0.97 : 0
  },
  read(value) {
    const segments = resultsOf(value).map((result, index): Segment => {
      const words = (listOf(result, 'result') ?? []).map((word) => ({
        text: textOf(word, 'word') ?? '',
        startMs: secondsOf(word, 'start'),
        endMs: secondsOf(word, 'end'),
      }))
      return {
        text: textOf(result, 'text') ?? words.map((word) => word.text).join(' '),
        startMs: words[0]?.startMs ?? null,
        endMs: words.at(-1)?.endMs ?? null,
        speaker: null,
        words,
        path: `[${index}]`,
      }
    })
    return { segments }
  },
})

function resultsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}
