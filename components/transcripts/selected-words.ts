import type { WordSelection } from '@/claims/schema'
import {
  comparePoints,
  nextWord,
  type TranscriptWords,
  type WordPoint,
} from '@/components/transcripts/word-cursor'
import { type WordSpan, wordAt } from '@/transcripts/words'

/**
 * What stands selected in a transcript. `anchor` stays, `focus` moves, both are inside the selection.
 * `marked` is false for a bare caret: a word that is only pointed at and would not be flagged.
 */
export type Selected = { anchor: WordPoint; focus: WordPoint; marked: boolean }

export function caretAt(point: WordPoint): Selected {
  return { anchor: point, focus: point, marked: false }
}

export function moveTo(selected: Selected, point: WordPoint, extend: boolean): Selected {
  return extend ? { anchor: selected.anchor, focus: point, marked: true } : caretAt(point)
}

/** First and last word in the order of the transcript. */
export function bounds(selected: Selected): { first: WordPoint; last: WordPoint } {
  const { anchor, focus } = selected
  return comparePoints(anchor, focus) <= 0 ? { first: anchor, last: focus } : { first: focus, last: anchor }
}

export function countSelected(words: TranscriptWords, selected: Selected): number {
  const { first, last } = bounds(selected)
  let count = last.word - first.word + 1
  for (let turn = first.turn; turn < last.turn; turn += 1) count += words.spans(turn).length
  return count
}

/** The selected words as they stand, a space where they go over to another turn. */
export function selectedText(words: TranscriptWords, selected: Selected): string {
  const { first, last } = bounds(selected)
  const parts: string[] = []
  for (let turn = first.turn; turn <= last.turn; turn += 1) {
    const spans = words.spans(turn)
    const from = spans[turn === first.turn ? first.word : 0]
    const to = spans[turn === last.turn ? last.word : spans.length - 1]
    if (from && to) parts.push(words.turns[turn]?.text.slice(from.start, to.end) ?? '')
  }
  return parts.join(' ')
}

/** What the server is asked to anchor a claim to; null where a turn is unknown. */
export function toWordSelection(words: TranscriptWords, selected: Selected): WordSelection | null {
  const { first, last } = bounds(selected)
  const firstTurn = words.turns[first.turn]
  const lastTurn = words.turns[last.turn]
  if (!firstTurn || !lastTurn) return null
  return {
    firstTurnId: firstTurn.id,
    firstWord: first.word,
    lastTurnId: lastTurn.id,
    lastWord: last.word,
  }
}

/** Where a stored anchor stands in this transcript; null where it no longer does. */
export function fromWordSelection(words: TranscriptWords, stored: WordSelection): Selected | null {
  const anchor = { turn: words.indexOf(stored.firstTurnId), word: stored.firstWord }
  const focus = { turn: words.indexOf(stored.lastTurnId), word: stored.lastWord }
  if (!exists(words, anchor) || !exists(words, focus) || comparePoints(anchor, focus) > 0) return null
  return { anchor, focus, marked: true }
}

function exists(words: TranscriptWords, point: WordPoint): boolean {
  return point.turn >= 0 && words.spans(point.turn)[point.word] !== undefined
}

export function holds(selected: Selected, point: WordPoint): boolean {
  const { first, last } = bounds(selected)
  return comparePoints(first, point) <= 0 && comparePoints(point, last) <= 0
}

/** First word that a range beginning at this character touches; null where only the next turn has one. */
export function wordFrom(spans: readonly WordSpan[], offset: number): number | null {
  const word = wordAt(spans, offset)
  const span = spans[word]
  return span && span.end > offset ? word : null
}

/** Last word that a range ending before this character touches; null where only the turn before has one. */
export function wordUpTo(spans: readonly WordSpan[], offset: number): number | null {
  for (let word = Math.max(wordAt(spans, offset), 0); word >= 0; word -= 1) {
    const span = spans[word]
    if (span && span.start < offset) return word
  }
  return null
}

/** Character range of first to last word within one turn of a selection. Null where the selection does not touch it. */
export function charactersIn(
  words: TranscriptWords,
  selected: Selected,
  turn: number,
): { start: number; end: number } | null {
  const { first, last } = bounds(selected)
  if (turn < first.turn || turn > last.turn) return null
  const spans = words.spans(turn)
  const from = spans[turn === first.turn ? first.word : 0]
  const to = spans[turn === last.turn ? last.word : spans.length - 1]
  return from && to ? { start: from.start, end: to.end } : null
}

/** Stretches of words that two or more of these selections share, for showing that claims overlap. */
export function overlaps(words: TranscriptWords, all: readonly Selected[]): Selected[] {
  const edges = all.flatMap((selected) => {
    const { first, last } = bounds(selected)
    return [
      { at: first, step: 1 },
      { at: last, step: -1 },
    ]
  })
  // At one word a beginning comes before an end: two claims that share a single word overlap in it.
  edges.sort((a, b) => comparePoints(a.at, b.at) || b.step - a.step)
  const found: Selected[] = []
  let depth = 0
  let since: WordPoint | null = null
  for (const edge of edges) {
    depth += edge.step
    if (depth === 2 && edge.step === 1) since = edge.at
    if (depth === 1 && edge.step === -1 && since) {
      const before = found.at(-1)
      if (before && comparePoints(nextWord(words, before.focus), since) === 0) before.focus = edge.at
      else found.push({ anchor: since, focus: edge.at, marked: true })
      since = null
    }
  }
  return found
}
