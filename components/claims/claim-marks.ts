import type { ClaimView, VerdictView } from '@/claims/views'
import { VERDICT_COLOURS, verdictColour } from '@/components/claims/verdict-badge'
import { fromWordSelection, holds, overlaps, type Selected } from '@/components/transcripts/selected-words'
import { markText } from '@/components/transcripts/text-marks'
import { rangesOf, type TranscriptPage } from '@/components/transcripts/transcript-page'
import type { TranscriptWords, WordPoint } from '@/components/transcripts/word-cursor'

/** Where a claim stands in the text; null for one that was dropped, was made elsewhere, or whose words changed. */
export function placeOf(words: TranscriptWords, claim: ClaimView): Selected | null {
  if (!claim.anchor || claim.needsAnchor || claim.status === 'dropped') return null
  return fromWordSelection(words, claim.anchor)
}

/** Claims on a word, shortest stretch first: the one that is most about this word. */
export function claimsOn(
  words: TranscriptWords,
  claims: readonly ClaimView[],
  point: WordPoint,
): ClaimView[] {
  return claims
    .filter((claim) => {
      const place = placeOf(words, claim)
      return place !== null && holds(place, point)
    })
    .sort((a, b) => a.quote.length - b.quote.length)
}

/** Washes every claim in its verdict's colour, shows overlaps and outlines the open one. */
export function markClaims(
  page: TranscriptPage,
  claims: readonly ClaimView[],
  verdicts: readonly VerdictView[],
  openId: string | null,
): void {
  const byColour = new Map<string, Range[]>([
    ['none', []],
    ...VERDICT_COLOURS.map((name): [string, Range[]] => [name, []]),
  ])
  const places: Selected[] = []
  const counts = new Map<number, number>()
  let open: Range[] = []
  for (const claim of claims) {
    const place = placeOf(page.words, claim)
    if (!place) continue
    places.push(place)
    counts.set(place.anchor.turn, (counts.get(place.anchor.turn) ?? 0) + 1)
    const verdict = verdicts.find((one) => one.key === claim.verdictKey)
    const ranges = rangesOf(page, place)
    byColour.get(verdict ? verdictColour(verdict.colour) : 'none')?.push(...ranges)
    if (claim.id === openId) open = ranges
  }
  for (const [colour, ranges] of byColour) markText(`claim-${colour}`, ranges, 1)
  markText(
    'claim-overlap',
    overlaps(page.words, places).flatMap((place) => rangesOf(page, place)),
    5,
  )
  markText('claim-open', open, 10)
  markTurns(page, counts)
}

/** For browsers without highlights; transcript.css shows it only there. */
function markTurns(page: TranscriptPage, counts: ReadonlyMap<number, number>): void {
  for (const [turn, paragraph] of page.paragraphs.entries()) {
    const count = counts.get(turn)
    if (count) paragraph.dataset.claims = count === 1 ? '1 claim' : `${count} claims`
    else if (paragraph.dataset.claims) delete paragraph.dataset.claims
  }
}

/** Shows which turns have a background note beside them. */
export function markNotes(page: TranscriptPage, turnIds: ReadonlySet<string>): void {
  for (const [at, head] of page.heads.entries())
    head.toggleAttribute('data-noted', turnIds.has(page.words.turns[at]?.id ?? ''))
}
