/** Showing the word that is being spoken: browser code. */
import { wordsOf } from '@/transcripts/words'

/** Last index whose value is not above `ms`, in a list that never decreases; -1 if there is none. */
export function lastNotAfter(values: readonly number[], ms: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Number.POSITIVE_INFINITY) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The word at a moment: turn by position and word within it. Null before the first. Untimed turns are passed over. */
export function wordAtMs(starts: readonly number[][], ms: number): { turn: number; word: number } | null {
  let found: { turn: number; word: number } | null = null
  let begins = -1
  for (const [turn, words] of starts.entries()) {
    const first = words[0]
    if (first === undefined || first > ms || first < begins) continue
    begins = first
    found = { turn, word: lastNotAfter(words, ms) }
  }
  return found
}

/** The paragraph that holds a word, and the word's characters in it. */
export function findWord(turn: number, word: number): { paragraph: HTMLElement; range: Range } | null {
  let paragraph: HTMLElement | null = null
  for (const each of document.querySelectorAll<HTMLElement>(`#t${turn} .said`)) {
    if (Number(each.dataset.w ?? 0) <= word) paragraph = each
  }
  if (!paragraph) return null
  const span = wordsOf(paragraph.textContent ?? '')[word - Number(paragraph.dataset.w ?? 0)]
  if (!span) return null
  const range = document.createRange()
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let before = 0
  let started = false
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (!started && span.start < before + length) {
      range.setStart(node, span.start - before)
      started = true
    }
    if (started && span.end <= before + length) {
      range.setEnd(node, span.end - before)
      return { paragraph, range }
    }
    before += length
  }
  return null
}

let shown: HTMLElement | null = null

/** Marks the word with the CSS Custom Highlight API, or its paragraph where the browser has none. Null shows nothing. */
export function showSpoken(found: { paragraph: HTMLElement; range: Range } | null): void {
  if ('highlights' in CSS) {
    if (found) CSS.highlights.set('spoken', new Highlight(found.range))
    else CSS.highlights.delete('spoken')
    return
  }
  if (shown !== found?.paragraph) shown?.classList.remove('now')
  shown = found?.paragraph ?? null
  shown?.classList.add('now')
}
