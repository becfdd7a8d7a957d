import { pointsOf } from '@/publishing/code-points'
import { marksByTurn } from '@/publishing/segments'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/**
 * The published transcript as one plain text: the text of each turn, one newline between two turns, and nothing else. What
 * `/interviews/SLUG/transcript.txt` holds and what positions in annotations count in. A claim's quote is a part of it letter for
 * letter, because quotes have the same newline where they go over to another turn.
 */
export function transcriptText(page: Pick<PageSnapshot, 'turns'>): string {
  return page.turns.map(({ text }) => text).join('\n')
}

/**
 * Where a claim's words stand in that text: half-open, in Unicode code points, as the Web Annotation model counts. `index` is
 * where they begin in UTF-16 units, as JavaScript counts.
 */
export type TextPosition = { start: number; end: number; index: number }

/** Positions of the claims that stand in the text, by number; claims made elsewhere have none. One pass through the text. */
export function claimPositions(page: Pick<PageSnapshot, 'turns' | 'claims'>): Map<number, TextPosition> {
  const marks = marksByTurn(page)
  const positions = new Map<number, TextPosition>()
  let before = 0
  let index = 0
  for (const [turn, { text }] of page.turns.entries()) {
    for (const mark of marks.get(turn) ?? []) {
      const start = before + pointsOf(text.slice(0, mark.start))
      const end = before + pointsOf(text.slice(0, mark.end))
      const known = positions.get(mark.claim)
      positions.set(mark.claim, {
        start: known?.start ?? start,
        end,
        index: known?.index ?? index + mark.start,
      })
    }
    before += pointsOf(text) + 1
    index += text.length + 1
  }
  return positions
}
