import { normaliseText, wordAt, wordsOf } from '@/transcripts/words'

/**
 * Before which word a turn is cut for a caret in its typed text: the word the caret is in or before. Null where there
 * would be no word on one side.
 */
export function splitPlace(typed: string, caret: number): number | null {
  const spans = wordsOf(normaliseText(typed))
  // A letter after the caret keeps the space before it from being cut off as one at the end.
  const offset = normaliseText(`${typed.slice(0, caret)}x`).length - 1
  const last = spans.at(-1)
  if (!last || offset >= last.end) return null
  const word = wordAt(spans, offset)
  return word > 0 ? word : null
}
