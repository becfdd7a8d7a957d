import {
  bounds,
  charactersIn,
  type Selected,
  wordFrom,
  wordUpTo,
} from '@/components/transcripts/selected-words'
import {
  firstWordOf,
  lastWordOf,
  type TranscriptWords,
  transcriptWords,
  type WordPoint,
} from '@/components/transcripts/word-cursor'

/** The transcript as it stands in the page: from words to ranges of text and back. */
export type TranscriptPage = {
  root: HTMLElement
  paragraphs: readonly HTMLElement[]
  words: TranscriptWords
}

export function readTranscript(root: HTMLElement): TranscriptPage {
  const paragraphs = [...root.querySelectorAll<HTMLElement>('p[data-turn]')]
  return {
    root,
    paragraphs,
    words: transcriptWords(
      paragraphs.map((paragraph) => ({
        id: paragraph.dataset.turn ?? '',
        text: paragraph.firstChild?.nodeValue ?? '',
      })),
    ),
  }
}

/** One range a turn, so that names and times between turns are never painted as if they had been said. */
export function rangesOf(page: TranscriptPage, selected: Selected): Range[] {
  const { first, last } = bounds(selected)
  const ranges: Range[] = []
  for (let turn = first.turn; turn <= last.turn; turn += 1) {
    const characters = charactersIn(page.words, selected, turn)
    const text = page.paragraphs[turn]?.firstChild
    if (!characters || !text) continue
    const range = document.createRange()
    range.setStart(text, characters.start)
    range.setEnd(text, characters.end)
    ranges.push(range)
  }
  return ranges
}

/** The words that the browser's own selection touches; null where it lies outside the transcript or is empty. */
export function selectedIn(page: TranscriptPage, selection: Selection | null): Selected | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(page.root)) return null
  const first = firstIn(page, range)
  const last = lastIn(page, range)
  if (!first || !last) return null
  if (first.turn > last.turn || (first.turn === last.turn && first.word > last.word)) return null
  const backwards = selection.anchorNode === range.endContainer && selection.anchorOffset === range.endOffset
  return backwards
    ? { anchor: last, focus: first, marked: true }
    : { anchor: first, focus: last, marked: true }
}

function firstIn(page: TranscriptPage, range: Range): WordPoint | null {
  const turn = turnHolding(page, range.startContainer)
  if (turn < 0) return firstWordOf(page.words, turnsBefore(page, range.startContainer, range.startOffset))
  const word = wordFrom(page.words.spans(turn), offsetIn(range.startContainer, range.startOffset))
  return word === null ? firstWordOf(page.words, turn + 1) : { turn, word }
}

function lastIn(page: TranscriptPage, range: Range): WordPoint | null {
  const turn = turnHolding(page, range.endContainer)
  if (turn < 0) return lastWordOf(page.words, turnsBefore(page, range.endContainer, range.endOffset) - 1)
  const word = wordUpTo(page.words.spans(turn), offsetIn(range.endContainer, range.endOffset))
  return word === null ? lastWordOf(page.words, turn - 1) : { turn, word }
}

function offsetIn(node: Node, offset: number): number {
  return node.nodeType === Node.TEXT_NODE || offset === 0 ? offset : Number.POSITIVE_INFINITY
}

function turnHolding(page: TranscriptPage, node: Node): number {
  const element = node instanceof Element ? node : node.parentElement
  const id = element?.closest<HTMLElement>('p[data-turn]')?.dataset.turn
  return id === undefined ? -1 : page.words.indexOf(id)
}

/** How many turns' paragraphs begin before a point of the document that lies in none. */
function turnsBefore(page: TranscriptPage, node: Node, offset: number): number {
  const point = document.createRange()
  point.setStart(node, offset)
  let low = 0
  let high = page.paragraphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const paragraph = page.paragraphs[middle]
    if (paragraph && point.comparePoint(paragraph, 0) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The word under a point of the window. `near` also takes the closest word of a line where the point is beside it. */
export function wordUnder(page: TranscriptPage, x: number, y: number, near: boolean): WordPoint | null {
  const place = caretPlace(x, y)
  if (!place) return null
  const turn = turnHolding(page, place.node)
  if (turn < 0) return null
  const spans = page.words.spans(turn)
  const word = wordFrom(spans, offsetIn(place.node, place.offset)) ?? spans.length - 1
  if (word < 0) return null
  if (near) return { turn, word }
  // The caret's place lies between two words: the one whose box holds the point is meant.
  for (const candidate of [word, word - 1]) {
    if (candidate < 0) continue
    const point = { turn, word: candidate }
    if (boxesOf(page, point).some((box) => inside(box, x, y))) return point
  }
  return null
}

function inside(box: DOMRect, x: number, y: number): boolean {
  // A few pixels more than the letters: the space after a word belongs to it, and fingers are wide.
  return x >= box.left - 3 && x <= box.right + 5 && y >= box.top - 4 && y <= box.bottom + 4
}

/** Where a word stands in the window; several boxes where it is broken over lines. */
export function boxesOf(page: TranscriptPage, point: WordPoint): DOMRect[] {
  const range = rangesOf(page, { anchor: point, focus: point, marked: false })[0]
  return range ? [...range.getClientRects()] : []
}

function caretPlace(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y)
    return position ? { node: position.offsetNode, offset: position.offset } : null
  }
  // Older Safari knows only the name that came before the standard's.
  const range = document.caretRangeFromPoint(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
