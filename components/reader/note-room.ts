import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/**
 * Whether closed notes may hang past their paragraph in the margin without meeting the next ones: estimated from letters, in
 * pixels of the wide layout (styles/transcript.css, styles/note.css), on the safe side. Notes that have no room push the
 * text apart instead; so do opened ones.
 */

/** One paragraph of the transcript: letters, whether a speaker's name stands above it, and the height of its notes. */
export type Row = { letters: number; named: boolean; notes: number }

const LINE = 32
const LETTERS_A_LINE = 72
const NAME = 45
const ROW_GAP = 12

/** Height that the closed notes of a paragraph take; 0 for none. */
export function heightOfNotes(
  claims: readonly SnapshotClaim[],
  background: PageSnapshot['background'],
): number {
  const gap = 16
  let height = 0
  for (const claim of claims) height += 42 + Math.ceil(claim.claimReviewed.length / 42) * 22 + gap
  for (const note of background) {
    const text = note.html.replace(/<[^>]*>/g, '')
    height += 70 + Math.ceil(note.title.length / 32) * 23 + Math.ceil(text.length / 38) * 21 + gap
  }
  return height
}

/** For each row of one part of the page: true where its notes fit beside it and the rows up to the next notes. */
export function hangs(rows: readonly Row[]): boolean[] {
  return rows.map((row, index) => {
    if (row.notes === 0) return false
    let room = 0
    for (let at = index; at < rows.length; at++) {
      const next = rows[at]
      if (!next || (at > index && next.notes > 0)) break
      room += Math.floor(next.letters / LETTERS_A_LINE + 0.6) * LINE + ROW_GAP
      if (at > index && next.named) room += NAME
    }
    return row.notes <= room
  })
}
