import { boxesOf, type TranscriptPage } from '@/components/transcripts/transcript-page'
import type { WordPoint } from '@/components/transcripts/word-cursor'

/**
 * The word above or below on the page, as near as can be to `x`. Lines are what the browser made of the text, so this
 * asks the page for boxes: of one turn's words, and of the next turn's where the line is the last.
 */
export function wordOnNextLine(page: TranscriptPage, from: WordPoint, down: boolean, x: number): WordPoint {
  const here = boxesOf(page, from)[0]
  if (!here) return from
  const step = down ? 1 : -1
  for (let turn = from.turn; turn >= 0 && turn < page.paragraphs.length; turn += step) {
    const line = nearestLine(
      boxesOfTurn(page, turn).filter(({ box }) =>
        down ? middle(box) > here.bottom : middle(box) < here.top,
      ),
      down,
    )
    const best = closest(line, x)
    if (best) return best
  }
  return from
}

type Placed = { point: WordPoint; box: DOMRect }

function boxesOfTurn(page: TranscriptPage, turn: number): Placed[] {
  return page.words.spans(turn).flatMap((_, word) => {
    const point = { turn, word }
    const box = boxesOf(page, point)[0]
    return box ? [{ point, box }] : []
  })
}

function nearestLine(placed: Placed[], down: boolean): Placed[] {
  const tops = placed.map(({ box }) => middle(box))
  const line = down ? Math.min(...tops) : Math.max(...tops)
  return placed.filter(({ box }) => Math.abs(middle(box) - line) < box.height / 2)
}

function closest(line: Placed[], x: number): WordPoint | null {
  let best: Placed | null = null
  for (const one of line) if (!best || distance(one.box, x) < distance(best.box, x)) best = one
  return best?.point ?? null
}

function middle(box: DOMRect): number {
  return (box.top + box.bottom) / 2
}

function distance(box: DOMRect, x: number): number {
  return Math.abs((box.left + box.right) / 2 - x)
}
