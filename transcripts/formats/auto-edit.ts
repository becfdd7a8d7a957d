import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, textOf } from './json-source'
import type { Segment } from './segments'

/** autoEdit 2: `text[{speaker, paragraph[{line[{text, startTime, endTime}]}]}]`, seconds; one cue a line. */
export const autoEdit = jsonFormat({
  id: 'auto-edit',
  label: 'autoEdit JSON',
  recognises(value) {
    const paragraph = listOf(listOf(value, 'text')?.find(isRecord), 'paragraph')?.find(isRecord)
    return listOf(paragraph, 'line') ? 0.97 : 0
  },
  read(value) {
    const segments = (listOf(value, 'text') ?? []).flatMap((block, nth) =>
      (listOf(block, 'paragraph') ?? []).map((paragraph, index): Segment => {
        const words = (listOf(paragraph, 'line') ?? []).map((word) => ({
          text: textOf(word, 'text') ?? '',
          startMs: secondsOf(word, 'startTime'),
          endMs: secondsOf(word, 'endTime'),
        }))
        const named = textOf(block, 'speaker')
        return {
          text: words.map((word) => word.text.trim()).join(' '),
          startMs: words[0]?.startMs ?? null,
          endMs: words.at(-1)?.endMs ?? null,
          speaker: named === 'Unnamed Speaker' ? null : named,
          words,
          path: `text[${nth}].paragraph[${index}]`,
        }
      }),
    )
    const title = textOf(value, 'title')
    return { segments, meta: title ? { title } : {} }
  },
})
