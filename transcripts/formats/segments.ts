import { alignWords, type ListedWord } from './align-words'
import { decodeStrayEntities } from './entities'
import type { ParsedCue } from './format'
import type { ProblemList } from './problem-list'
import { markupMessage, stripMarkup } from './strip-markup'
import { tidyText } from './tidy-text'

/** A stretch of speech as JSON formats have it, times already in milliseconds. */
export type Segment = {
  text: string
  startMs: number | null
  endMs: number | null
  speaker: string | null
  words: ListedWord[]
  path: string
}

/** Makes a cue of a segment: markup out, white space tidied, word times kept where they fit the text. Null if empty. */
export function cueOfSegment(segment: Segment, problems: ProblemList): ParsedCue | null {
  const { startMs, endMs, speaker, path } = segment
  const stripped = /[<{]/.test(segment.text)
    ? stripMarkup(segment.text)
    : { text: segment.text, removed: null }
  if (stripped.removed !== null)
    problems.add('markup-removed', 'warning', markupMessage(stripped.removed), { path })
  const text = tidyText(decodeStrayEntities(stripped.text))
  if (text === '') return null
  const cue: ParsedCue = { startMs, endMs, speaker, text }
  if (segment.words.length > 0) {
    const from = startMs ?? segment.words[0]?.startMs ?? null
    const until = endMs ?? segment.words.at(-1)?.endMs ?? null
    const listed = segment.words.map((word) => ({ ...word, text: decodeStrayEntities(word.text) }))
    const words = from === null ? undefined : alignWords(text, listed, from, until ?? from)
    if (words) {
      cue.words = words
      cue.startMs = startMs ?? words[0]?.startMs ?? null
      cue.endMs = endMs ?? words.at(-1)?.endMs ?? null
    }
  }
  return cue
}

/** Groups a plain word list into segments: at a change of speaker, a pause, or a sentence's end; at most 30 words. */
export function segmentsOfWords(
  words: readonly (ListedWord & { speaker: string | null })[],
  path: string,
): Segment[] {
  const segments: Segment[] = []
  let group: (ListedWord & { speaker: string | null })[] = []
  const close = (index: number) => {
    const first = group[0]
    const last = group.at(-1)
    if (!first || !last) return
    const text = group.map((word) => word.text.trim()).join(' ')
    segments.push({
      text,
      startMs: first.startMs,
      endMs: last.endMs,
      speaker: first.speaker,
      words: group,
      path: `${path}[${index - group.length}]`,
    })
    group = []
  }
  words.forEach((word, index) => {
    const last = group.at(-1)
    const pause = last?.endMs != null && word.startMs !== null && word.startMs - last.endMs > 1500
    if (
      last &&
      (last.speaker !== word.speaker || pause || group.length >= 30 || /[.!?…。！？]$/.test(last.text))
    )
      close(index)
    group.push(word)
  })
  close(words.length)
  return segments
}
