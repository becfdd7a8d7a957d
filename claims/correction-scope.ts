import 'server-only'
import type { ClaimPlace } from '@/claims/follow-words'
import type { KeptNote } from '@/claims/kept-state'
import type { Tx } from '@/platform/db'
import { type HeldTurn, timedNeighbours, turnsAt } from '@/transcripts/correction-store'

/**
 * The part of a transcript that a correction has to look at: the turns that it touches, their neighbours, and the turns
 * of every claim that stands on those. A typo in a five-hour interview must not read five hours.
 */
export type Scope = {
  transcriptId: string
  /** In order; each touched turn and each claim's turns with the neighbours on both sides. */
  held: HeldTurn[]
  claims: PlacedClaim[]
  /** Notes beside the touched turns. */
  notes: KeptNote[]
}

/** A claim of the interview with the positions of its turns. */
export type PlacedClaim = ClaimPlace & {
  number: number
  firstPosition: number
  lastPosition: number
  challengePosition: number | null
}

/** @param touched positions of the turns that may change, or all. */
export async function loadScope(
  tx: Tx,
  interviewId: string,
  transcriptId: string,
  touched: 'all' | readonly number[],
): Promise<Scope> {
  const all = await placedClaims(tx, interviewId)
  if (touched === 'all')
    return {
      transcriptId,
      held: await turnsAt(tx, transcriptId, 'all'),
      claims: all,
      notes: await notesOf(tx, interviewId),
    }
  const reach = new Set(touched.flatMap((at) => [at - 1, at, at + 1]))
  const on = new Set(touched)
  const claims = all.filter(
    (claim) =>
      (claim.challengePosition !== null && on.has(claim.challengePosition)) ||
      reachesInto(reach, claim.firstPosition, claim.lastPosition),
  )
  for (const { firstPosition, lastPosition } of claims)
    for (let at = firstPosition - 1; at <= lastPosition + 1; at++) reach.add(at)
  // A contiguous correction may need to know how much time there is around it.
  const [first, last] = [Math.min(...touched), Math.max(...touched)]
  if (last - first < 3) for (const at of await timedNeighbours(tx, transcriptId, first, last)) reach.add(at)
  const held = await turnsAt(tx, transcriptId, reach)
  const touchedIds = held.filter(({ position }) => on.has(position)).map(({ id }) => id)
  return { transcriptId, held, claims, notes: await notesOf(tx, interviewId, touchedIds) }
}

function reachesInto(reach: ReadonlySet<number>, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (reach.has(at)) return true
  return false
}

function notesOf(tx: Tx, interviewId: string, turnIds?: readonly string[]): Promise<KeptNote[]> {
  return tx.backgroundNote.findMany({
    where: { interviewId, ...(turnIds ? { turnId: { in: [...turnIds] } } : {}) },
    select: { id: true, turnId: true },
    orderBy: { id: 'asc' },
  })
}

function placedClaims(tx: Tx, interviewId: string): Promise<PlacedClaim[]> {
  return tx.$queryRaw<PlacedClaim[]>`
    SELECT c."id", c."number", c."firstTurnId", c."firstWord", c."lastTurnId", c."lastWord", c."quote", c."prefix",
      c."suffix", c."startMs", c."endMs", c."needsAnchor", c."challengeTurnId", c."challengeMs",
      f."position" AS "firstPosition", l."position" AS "lastPosition", r."position" AS "challengePosition"
    FROM "Claim" c
    JOIN "Turn" f ON f."id" = c."firstTurnId"
    JOIN "Turn" l ON l."id" = c."lastTurnId"
    LEFT JOIN "Turn" r ON r."id" = c."challengeTurnId"
    WHERE c."interviewId" = ${interviewId}::uuid
    ORDER BY c."number"`
}

/** Without the positions: what a step keeps of a claim. */
export function placeOfClaim({
  number: _n,
  firstPosition: _f,
  lastPosition: _l,
  challengePosition: _c,
  ...place
}: PlacedClaim): ClaimPlace {
  return place
}
