import type { ListedWord } from './align-words'
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
    const segments = monologuesOf(value).map((monologue, index): Segment => {
      const elements = listOf(monologue, 'elements') ?? []
      const words = wordsOfElements(elements)
      return {
        text: textOfElements(elements),
        startMs: words[0]?.startMs ?? null,
        endMs: words.at(-1)?.endMs ?? null,
        speaker: speakerOf(monologue, 'speaker'),
        words,
        path: `monologues[${index}]`,
      }
    })
    const language = languageTag(textOf(value, 'language'))
    return { segments, meta: language ? { language } : {} }
  },
})

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

function wordsOfElements(elements: unknown[]): ListedWord[] {
  const words: ListedWord[] = []
  for (const element of elements) {
    const value = textOf(element, 'value') ?? ''
    const last = words.at(-1)
    if (textOf(element, 'type') === 'text') {
      words.push({ text: value, startMs: secondsOf(element, 'ts'), endMs: secondsOf(element, 'end_ts') })
    } else if (last) last.text += value.trim()
  }
  return words
}
