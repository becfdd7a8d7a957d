import type { ListedWord } from './align-words'
import { parseCaptionTime } from './caption-time'
import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import type { Segment } from './segments'

/** Rev.ai: `monologues[{speaker, elements[{type: text|punct, value, ts, end_ts}]}]`, seconds; `monologue` if there is one. */
export const revAi = jsonFormat({
  id: 'rev-ai',
  label: 'Rev.ai JSON',
  recognises: (value) => (monologuesOf(value).some((one) => listOf(one, 'elements')) ? 0.97 : 0),
  read(value) {
    const names = new Map(
      (listOf(value, 'speakers') ?? []).map((one) => [speakerOf(one, 'id'), textOf(one, 'name')]),
    )
    const segments = monologuesOf(value).map((monologue, index): Segment => {
      const elements = listOf(monologue, 'elements') ?? []
      const words = wordsOfElements(elements)
      return {
        text: textOfElements(elements),
        startMs: words[0]?.startMs ?? null,
        endMs: words.at(-1)?.endMs ?? null,
        speaker:
          names.get(speakerOf(monologue, 'speaker')) ?? nameOf(monologue) ?? speakerOf(monologue, 'speaker'),
        words,
        path: `monologues[${index}]`,
      }
    })
    const language = languageTag(textOf(value, 'language'))
    return { segments, meta: language ? { language } : {} }
  },
})

/** Transcripts made by people name their speakers. */
function nameOf(monologue: unknown): string | null {
  const info = isRecord(monologue) ? monologue.speaker_info : undefined
  return textOf(monologue, 'speaker_name') ?? textOf(info, 'display_name')
}

function monologuesOf(value: unknown): unknown[] {
  const single = isRecord(value) && isRecord(value.monologue) ? [value.monologue] : []
  return listOf(value, 'monologues') ?? listOf(value, 'monologue') ?? single
}

/** Files of the service spell out their spaces as punctuation; where none does, a space goes before each word. */
function textOfElements(elements: unknown[]): string {
  const spaced = elements.some((element) => /\s/.test(textOf(element, 'value') ?? ''))
  return elements
    .map(
      (element) =>
        (spaced || textOf(element, 'type') === 'punct' ? '' : ' ') + (textOf(element, 'value') ?? ''),
    )
    .join('')
}

/** Seconds, or `00:00:01,200` in transcripts made by people. */
function timeOf(element: unknown, seconds: string, clock: string): number | null {
  const stated = textOf(element, clock)
  return secondsOf(element, seconds) ?? (stated === null ? null : parseCaptionTime(stated))
}

function wordsOfElements(elements: unknown[]): ListedWord[] {
  const words: ListedWord[] = []
  for (const element of elements) {
    const value = textOf(element, 'value') ?? ''
    const last = words.at(-1)
    if (textOf(element, 'type') === 'text') {
      words.push({
        text: value,
        startMs: timeOf(element, 'ts', 'timestamp'),
        endMs: timeOf(element, 'end_ts', 'end_timestamp'),
      })
    } else if (last) last.text += value.trim()
  }
  return words
}
