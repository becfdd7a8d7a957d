import { chaptersOf, type PageChapter } from '@/publishing/page-chapters'
import { marksByTurn } from '@/publishing/segments'
import type { PageSnapshot, SnapshotClaim, SnapshotTurn } from '@/publishing/snapshot-schema'

/**
 * The interview at a glance: who spoke when, and where in it the claims were made. Positions are thousandths of the whole: of the
 * recording where the turns are timed, else of the text.
 */

/** A stretch in which one voice spoke, half-open. */
type Stretch = { from: number; to: number }
export type GlanceClaim = { claim: SnapshotClaim; at: number }
export type Lane = {
  name: string
  part: PageSnapshot['participants'][number]['part'] | null
  spoke: Stretch[]
  /** What this voice spoke: ms of the recording, or thousandths of the text where nothing is timed. */
  amount: number
  claims: GlanceClaim[]
}
export type Glance = {
  /** Length of the recording in ms; null where positions are of the text. */
  durationMs: number | null
  lanes: Lane[]
  chapters: (PageChapter & { at: number })[]
}

/** Claims that begin together stand so far apart, and the later no further from its second than this. */
const APART = 4
const ASTRAY = 12

/** Voices with a lane of their own; further ones share the last. */
const LANES = 6

/**
 * What a page shows at a glance; null where there is nothing to see: no claim with a place.
 * @param durationMs length of the recording, where known.
 */
export function glanceOf(page: PageSnapshot, durationMs: number | null): Glance | null {
  const marked = new Set([...marksByTurn(page).values()].flat().map((mark) => mark.claim))
  if (marked.size === 0) return null
  const spans = durationMs && isTimed(page.turns) ? inTime(page.turns, durationMs) : inText(page.turns)
  const lanes = lanesOf(page, spans)
  for (const claim of page.claims) {
    const place = marked.has(claim.number) ? claim.place : null
    const span = place ? spans.spans[place.firstTurn] : undefined
    if (!place || !span) continue
    const into = spans.durationMs && claim.startMs !== null ? claim.startMs / spans.durationMs : null
    const at = into === null ? span.from : Math.min(1000, Math.round(into * 1000))
    lanes.get(laneKey(page, page.turns[place.firstTurn]))?.claims.push({ claim, at })
  }
  for (const lane of new Set(lanes.values())) lane.claims = apart(lane.claims)
  return {
    durationMs: spans.durationMs,
    lanes: [...new Set(lanes.values())],
    chapters: chaptersOf(page).map((chapter) => ({ ...chapter, at: spans.spans[chapter.turn]?.from ?? 0 })),
  }
}

/** In order, and none hidden by another where there is room. */
function apart(claims: readonly GlanceClaim[]): GlanceClaim[] {
  let before = -APART
  return [...claims]
    .sort((a, b) => a.at - b.at)
    .map(({ claim, at }) => {
      before = Math.min(1000, Math.max(at, Math.min(before + APART, at + ASTRAY)))
      return { claim, at: before }
    })
}

const isTimed = (turns: readonly SnapshotTurn[]) => turns.every((turn) => turn.startMs !== null)

type Spans = { spans: Stretch[]; amounts: number[]; durationMs: number | null }

function inTime(turns: readonly SnapshotTurn[], durationMs: number): Spans {
  const ends = turns.map((turn, at) =>
    Math.min(turn.endMs ?? turns[at + 1]?.startMs ?? durationMs, durationMs),
  )
  const part = (ms: number) => Math.max(0, Math.min(1000, Math.round((ms / durationMs) * 1000)))
  return {
    spans: turns.map((turn, at) => ({ from: part(turn.startMs ?? 0), to: part(ends[at] ?? 0) })),
    amounts: turns.map((turn, at) => Math.max(0, (ends[at] ?? 0) - (turn.startMs ?? 0))),
    durationMs,
  }
}

function inText(turns: readonly SnapshotTurn[]): Spans {
  const whole = Math.max(
    1,
    turns.reduce((sum, turn) => sum + turn.text.length, 0),
  )
  let before = 0
  const spans = turns.map((turn) => {
    const from = Math.round((before / whole) * 1000)
    before += turn.text.length
    return { from, to: Math.round((before / whole) * 1000) }
  })
  return { spans, amounts: turns.map((turn) => (turn.text.length / whole) * 1000), durationMs: null }
}

type LaneKey = number | null
const laneKey = (page: PageSnapshot, turn: SnapshotTurn | undefined): LaneKey =>
  turn && turn.participant !== null && page.participants[turn.participant] ? turn.participant : null

/** Lanes by participant (null for voices that nobody named), who spoke most first; several keys may share one lane. */
function lanesOf(page: PageSnapshot, { spans, amounts }: Spans): Map<LaneKey, Lane> {
  const own = new Map<LaneKey, Lane>()
  for (const [at, turn] of page.turns.entries()) {
    const key = laneKey(page, turn)
    const participant = key === null ? undefined : page.participants[key]
    const { name = 'Unidentified speakers', part = null } = participant ?? {}
    const lane = own.get(key) ?? { name, part, spoke: [], amount: 0, claims: [] }
    own.set(key, lane)
    const span = spans[at]
    if (span) addStretch(lane.spoke, span)
    lane.amount += amounts[at] ?? 0
  }
  const ordered = [...own].sort(([, a], [, b]) => b.amount - a.amount)
  if (ordered.length <= LANES) return new Map(ordered)
  const others: Lane = { name: 'Others', part: null, spoke: [], amount: 0, claims: [] }
  const rest = ordered.slice(LANES - 1)
  for (const [, lane] of rest) others.amount += lane.amount
  const stretches = rest.flatMap(([, lane]) => lane.spoke).sort((a, b) => a.from - b.from)
  for (const stretch of stretches) addStretch(others.spoke, stretch)
  return new Map<LaneKey, Lane>([
    ...ordered.slice(0, LANES - 1),
    ...rest.map(([key]) => [key, others] as const),
  ])
}

/** Adds a stretch that begins no earlier than those before it; what touches is one. */
function addStretch(stretches: Stretch[], { from, to }: Stretch): void {
  const last = stretches.at(-1)
  if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
  else stretches.push({ from, to: Math.max(to, from + 1) })
}
