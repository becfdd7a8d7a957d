import type { PageSnapshot, SnapshotClaim, SnapshotTurn } from '@/publishing/snapshot-schema'
import { wordsOf } from '@/transcripts/words'

/**
 * Where claims lie in the text of turns, as stretches that markup can nest nowhere: claims overlap, links may not.
 */

/** A claim's stretch within one turn: half-open character range. `last` where the claim ends in this turn. */
export type ClaimMark = { claim: number; start: number; end: number; last: boolean }

/**
 * A stretch under the same claims throughout. `claims` is empty for plain text; `link` is the claim that the words lead to
 * (the shortest one there, so that a claim inside a longer one can be reached); `ends` are the claims whose last word this is.
 */
export type Segment = { text: string; claims: number[]; link: number | null; ends: number[] }

/**
 * The marks of a page by turn. A claim whose stored quote is not, letter for letter, what stands at its place gets no
 * mark: a claim never sits on words that its speaker did not say.
 */
export function marksByTurn(page: Pick<PageSnapshot, 'turns' | 'claims'>): Map<number, ClaimMark[]> {
  const marks = new Map<number, ClaimMark[]>()
  for (const claim of page.claims) {
    for (const { turn, ...mark } of marksOf(claim, page.turns)) {
      const known = marks.get(turn)
      if (known) known.push(mark)
      else marks.set(turn, [mark])
    }
  }
  return marks
}

function marksOf(claim: SnapshotClaim, turns: readonly SnapshotTurn[]): (ClaimMark & { turn: number })[] {
  const { place } = claim
  if (!place) return []
  const marks: (ClaimMark & { turn: number })[] = []
  const said: string[] = []
  for (let at = place.firstTurn; at <= place.lastTurn; at++) {
    const text = turns[at]?.text
    if (text === undefined) return []
    const words = wordsOf(text)
    const first = words[at === place.firstTurn ? place.firstWord : 0]
    const last = words[at === place.lastTurn ? place.lastWord : words.length - 1]
    if (!first || !last || last.end <= first.start) return []
    said.push(text.slice(first.start, last.end))
    marks.push({
      turn: at,
      claim: claim.number,
      start: first.start,
      end: last.end,
      last: at === place.lastTurn,
    })
  }
  return said.join('\n') === claim.quote ? marks : []
}

/** The segments of `text[from, to)`, in order; joined they are that text again. */
export function segmentsOf(text: string, marks: readonly ClaimMark[], from = 0, to = text.length): Segment[] {
  const here = marks.filter((mark) => mark.start < to && mark.end > from)
  const cuts = new Set([from, to])
  for (const mark of here) {
    if (mark.start > from) cuts.add(mark.start)
    if (mark.end < to) cuts.add(mark.end)
  }
  const borders = [...cuts].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1]
    if (end === undefined || end === start) continue
    const over = here.filter((mark) => mark.start < end && mark.end > start)
    const shortest = over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
    segments.push({
      text: text.slice(start, end),
      claims: over.map((mark) => mark.claim),
      link: shortest?.claim ?? null,
      ends: over.filter((mark) => mark.last && mark.end === end).map((mark) => mark.claim),
    })
  }
  return segments
}
