import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import { type Segment, segmentsOfWords } from './segments'

/** Names that mean that nobody knows. */
const UNKNOWN = /^(?:U_UKN|UKN|TBC(?:\s.*)?|unknown)$/i

/**
 * Digital paper edit, the data of slate-transcript-editor: `words[{start, end, text}]` and `paragraphs[{start, end,
 * speaker}]`, seconds. A word belongs to the paragraph in which it begins.
 */
export const dpe = jsonFormat({
  id: 'dpe',
  label: 'Digital paper edit JSON (DPE)',
  recognises(value) {
    const body = bodyOf(value)
    const word = listOf(body, 'words')?.find(isRecord)
    const paragraph = listOf(body, 'paragraphs')?.find(isRecord)
    return word && paragraph && 'text' in word && 'start' in paragraph ? 0.97 : 0
  },
  read(value) {
    const body = bodyOf(value)
    const words = (listOf(body, 'words') ?? []).map((word) => ({
      text: textOf(word, 'text') ?? '',
      startMs: secondsOf(word, 'start'),
      endMs: secondsOf(word, 'end'),
    }))
    const paragraphs = (listOf(body, 'paragraphs') ?? []).map((paragraph) => {
      const speaker = speakerOf(paragraph, 'speaker')
      return {
        startMs: secondsOf(paragraph, 'start') ?? 0,
        speaker: speaker !== null && UNKNOWN.test(speaker) ? null : speaker,
      }
    })
    const spoken: (ListedWord & { speaker: string | null; paragraph: number })[] = []
    let at = 0
    for (const word of words) {
      while (at + 1 < paragraphs.length && (paragraphs[at + 1]?.startMs ?? 0) <= (word.startMs ?? 0)) at += 1
      spoken.push({ ...word, speaker: paragraphs[at]?.speaker ?? null, paragraph: at })
    }
    return { segments: byParagraph(spoken) }
  },
})

function bodyOf(value: unknown): unknown {
  return isRecord(value) && isRecord(value.transcript) ? value.transcript : value
}

function byParagraph(
  words: readonly (ListedWord & { speaker: string | null; paragraph: number })[],
): Segment[] {
  const segments: Segment[] = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && words[to]?.paragraph === words[from]?.paragraph) to += 1
    segments.push(
      ...segmentsOfWords(words.slice(from, to), `paragraphs[${words[from]?.paragraph ?? 0}].words`),
    )
    from = to
  }
  return segments
}
