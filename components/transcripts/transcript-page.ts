import { commonEnds, movedOffset } from '@/components/transcripts/correct/typed-offsets'
import {
  bounds,
  charactersIn,
  type Selected,
  wordFrom,
  wordUpTo,
} from '@/components/transcripts/selected-words'
import { type ShownTurn, showText, turnHead, turnRow } from '@/components/transcripts/turn-row'
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
  /** Paragraphs and their heads, by the place of the turn. */
  paragraphs: readonly HTMLElement[]
  heads: readonly HTMLElement[]
  words: TranscriptWords<ShownTurn>
  /** Shows another state of one turn; its place is given. */
  replaceTurn: (at: number, turn: ShownTurn) => void
  /** Puts a turn in before the one at this place; the place may be one past the last. */
  insertTurn: (at: number, turn: ShownTurn) => void
  removeTurn: (at: number) => void
}

/** So much text, in characters, is laid out or left alone together: about two screens. */
const STRETCH = 4500

/**
 * Writes the turns into an empty `root`. They stand in stretches that the browser lays out only when they come near; each says
 * how high it will be, so that the scroll bar keeps still.
 */
export function buildTranscript(
  root: HTMLElement,
  turns: readonly ShownTurn[],
  { playable }: { playable: boolean },
): TranscriptPage {
  const paragraphs: HTMLElement[] = []
  const heads: HTMLElement[] = []
  const all = document.createDocumentFragment()
  let stretch = newStretch()
  let length = 0
  for (const turn of turns) {
    if (length > STRETCH) {
      all.append(stretch)
      stretch = newStretch()
      length = 0
    }
    const { head, paragraph } = turnRow(turn, playable)
    stretch.append(head, paragraph)
    heads.push(head)
    paragraphs.push(paragraph)
    length += turn.text.length + 120
  }
  all.append(stretch)
  for (const one of all.children) if (one instanceof HTMLElement) sayHeight(one)
  root.replaceChildren(all)

  const words = transcriptWords(turns)
  return {
    root,
    paragraphs,
    heads,
    words,
    replaceTurn(at, turn) {
      const [head, paragraph, before] = [heads[at], paragraphs[at], words.turns[at]]
      if (!head || !paragraph || !before) return
      showText(paragraph, turn.text)
      if (before.speaker !== turn.speaker || before.startMs !== turn.startMs) {
        const next = turnHead(turn, playable)
        if (head.dataset.noted !== undefined) next.dataset.noted = ''
        head.replaceWith(next)
        heads[at] = next
      }
      words.replace(at, turn)
    },
    insertTurn(at, turn) {
      const { head, paragraph } = turnRow(turn, playable)
      const [after, before] = [heads[at], paragraphs[at - 1]]
      // Into the stretch of the turn before: a step never leaves a turn outside of one.
      if (before) before.after(head, paragraph)
      else if (after) after.before(head, paragraph)
      else root.firstElementChild?.append(head, paragraph)
      heads.splice(at, 0, head)
      paragraphs.splice(at, 0, paragraph)
      words.insert(at, turn)
    },
    removeTurn(at) {
      heads[at]?.remove()
      paragraphs[at]?.remove()
      heads.splice(at, 1)
      paragraphs.splice(at, 1)
      words.remove(at)
    },
  }
}

function newStretch(): HTMLElement {
  const stretch = document.createElement('div')
  stretch.className = 'turns'
  return stretch
}

/** Lines as they break at full width, for the height that transcript.css guesses from them. */
function sayHeight(stretch: HTMLElement): void {
  let lines = 0
  let turns = 0
  for (const one of stretch.querySelectorAll('p')) {
    lines += Math.ceil((one.textContent?.length ?? 0) / 78)
    turns += 1
  }
  stretch.style.setProperty('--lines', String(lines))
  stretch.style.setProperty('--turns', String(turns))
}

/** One range a turn, so that names and times between turns are never painted as if they had been said. */
export function rangesOf(page: TranscriptPage, selected: Selected): Range[] {
  const { first, last } = bounds(selected)
  const ranges: Range[] = []
  for (let turn = first.turn; turn <= last.turn; turn += 1) {
    const characters = charactersIn(page.words, selected, turn)
    const paragraph = page.paragraphs[turn]
    const text = paragraph?.firstChild
    if (!characters || !(text instanceof Text)) continue
    const shown = paragraph?.dataset.typed === undefined ? null : typedPlace(page.words.turns[turn], text)
    const range = document.createRange()
    range.setStart(text, shown ? shown(characters.start) : characters.start)
    range.setEnd(text, shown ? shown(characters.end) : characters.end)
    ranges.push(range)
  }
  return ranges
}

/** Where the words of a turn stand in a paragraph that somebody has typed into. */
function typedPlace(turn: ShownTurn | undefined, { data }: Text): (offset: number) => number {
  const text = turn?.text ?? ''
  const common = commonEnds(text, data)
  return (offset) => movedOffset(offset, text, data, common)
}

/** The words that the browser's own selection touches; null where it lies outside the transcript or is empty. */
export function selectedIn(page: TranscriptPage, selection: Selection | null): Selected | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(page.root) || isTypedInto(selection.anchorNode)) return null
  const first = firstIn(page, range)
  const last = lastIn(page, range)
  if (!first || !last) return null
  if (first.turn > last.turn || (first.turn === last.turn && first.word > last.word)) return null
  const backwards = selection.anchorNode === range.endContainer && selection.anchorOffset === range.endOffset
  return backwards
    ? { anchor: last, focus: first, marked: true }
    : { anchor: first, focus: last, marked: true }
}

function isTypedInto(node: Node | null): boolean {
  const element = node instanceof Element ? node : node?.parentElement
  return Boolean(element?.closest('[data-editing], [data-turn-tools]'))
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
