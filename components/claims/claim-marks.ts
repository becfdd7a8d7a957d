import { VERDICT_COLOURS } from '@/claims/scale/verdict-looks'
import type { ClaimView, VerdictView } from '@/claims/views'
import { verdictColour } from '@/components/claims/verdict-badge'
import { NearMarks } from '@/components/transcripts/near-marks'
import {
  bounds,
  fromWordSelection,
  holds,
  overlaps,
  type Selected,
} from '@/components/transcripts/selected-words'
import { rangesOf, type TranscriptPage } from '@/components/transcripts/transcript-page'
import type { ShownTurn } from '@/components/transcripts/turn-row'
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

type Shown = [string, { ranges: readonly Range[]; priority: number }]

/** Ranges of a stretch of words, with what they were made from: as long as that is the same, so are they. */
type Marked = { place: Selected; turns: readonly ShownTurn[]; ranges: Range[]; text: string }

const marked = new WeakMap<TranscriptPage, Map<string, Marked>>()
const painters = new WeakMap<TranscriptPage, NearMarks>()

/**
 * Washes every claim in its verdict's colour, shows overlaps and outlines the open one. Called with every change of a claim:
 * ranges are made anew only where a claim or its turns are others than the last time.
 */
export function markClaims(
  page: TranscriptPage,
  claims: readonly ClaimView[],
  verdicts: readonly VerdictView[],
  openId: string | null,
): void {
  const before = marked.get(page) ?? new Map<string, Marked>()
  const now = new Map<string, Marked>()
  marked.set(page, now)
  const rangesFor = (name: string, place: Selected): Range[] => {
    const known = before.get(name)
    const one = known && stands(page, known, place) ? known : mark(page, place)
    now.set(name, one)
    return one.ranges
  }
  const byColour = new Map<string, Range[]>([
    ['none', []],
    ...VERDICT_COLOURS.map((name): [string, Range[]] => [name, []]),
  ])
  const colours = new Map(verdicts.map(({ key, colour }) => [key, verdictColour(colour)]))
  const places: Selected[] = []
  const counts = new Map<number, number>()
  let open: Range[] = []
  for (const claim of claims) {
    const place = placeOf(page.words, claim)
    if (!place) continue
    places.push(place)
    counts.set(place.anchor.turn, (counts.get(place.anchor.turn) ?? 0) + 1)
    const ranges = rangesFor(claim.id, place)
    byColour.get(colours.get(claim.verdictKey ?? '') ?? 'none')?.push(...ranges)
    if (claim.id === openId) open = ranges
  }
  const painter = painters.get(page) ?? new NearMarks(page.root)
  painters.set(page, painter)
  const shared = overlaps(page.words, places).flatMap((place) => {
    const { first, last } = bounds(place)
    return rangesFor(`${first.turn}.${first.word}-${last.turn}.${last.word}`, place)
  })
  const shown = new Map<Shown[0], Shown[1]>([
    ...[...byColour].map(([colour, ranges]): Shown => [`claim-${colour}`, { ranges, priority: 1 }]),
    ['claim-overlap', { ranges: shared, priority: 5 }],
    ['claim-open', { ranges: open, priority: 10 }],
  ])
  if (!painter.show(shown)) markTurns(page, counts)
}

function mark(page: TranscriptPage, place: Selected): Marked {
  const turns = turnsOf(page, place)
  // Where typed words stand in a paragraph, nobody knows yet which of them are the claim's.
  const ranges = isTyped(page, place) ? [] : rangesOf(page, place)
  return { place, turns, ranges, text: ranges.join(' ') }
}

function turnsOf(page: TranscriptPage, place: Selected): readonly ShownTurn[] {
  const { first, last } = bounds(place)
  return page.words.turns.slice(first.turn, last.turn + 1)
}

/** True where the paragraphs say something else than the transcript: somebody is typing. */
function isTyped(page: TranscriptPage, place: Selected): boolean {
  const { first } = bounds(place)
  return turnsOf(page, place).some(
    (turn, index) => page.paragraphs[first.turn + index]?.textContent !== turn.text,
  )
}

/** The same words of the same turns, wherever the turns stand by now. While they are typed into, the browser moves the ranges. */
function stands(page: TranscriptPage, known: Marked, place: Selected): boolean {
  const [was, is] = [bounds(known.place), bounds(place)]
  const turns = turnsOf(page, place)
  return (
    was.first.word === is.first.word &&
    was.last.word === is.last.word &&
    turns.length === known.turns.length &&
    turns.every((turn, index) => turn === known.turns[index]) &&
    (isTyped(page, place) || (known.text !== '' && known.ranges.join(' ') === known.text))
  )
}

/** For browsers without highlights; transcript.css shows it only there. */
function markTurns(page: TranscriptPage, counts: ReadonlyMap<number, number>): void {
  for (const [turn, paragraph] of page.paragraphs.entries()) {
    const count = counts.get(turn)
    const claims = count === undefined ? undefined : count === 1 ? '1 claim' : `${count} claims`
    if (paragraph.dataset.claims === claims) continue
    if (claims) paragraph.dataset.claims = claims
    else delete paragraph.dataset.claims
  }
}

/** Shows which turns a chapter begins at. @param titles by the turn's id. */
export function markChapters(page: TranscriptPage, titles: ReadonlyMap<string, string>): void {
  for (const [at, head] of page.heads.entries()) {
    const title = titles.get(page.words.turns[at]?.id ?? '')
    if (title === undefined) delete head.dataset.chapter
    else head.dataset.chapter = title
  }
}

/** Shows which turns have a background note beside them. */
export function markNotes(page: TranscriptPage, turnIds: ReadonlySet<string>): void {
  for (const [at, head] of page.heads.entries())
    head.toggleAttribute('data-noted', turnIds.has(page.words.turns[at]?.id ?? ''))
}
