import 'server-only'
import { type PlacedClaim, placeOfClaim, type Scope } from '@/claims/correction-scope'
import { type ClaimPlace, samePlace, saysTheSame } from '@/claims/follow-words'
import {
  type KeptFile,
  type KeptNote,
  type KeptParticipant,
  type KeptState,
  keepTurns,
} from '@/claims/kept-state'
import { touchFamily } from '@/claims/repeat/family'
import type { AuditDraft } from '@/platform/audit'
import type { Tx } from '@/platform/db'
import { Invalid } from '@/platform/errors'
import type { StepKind } from '@/transcripts/correction-schema'
import { type NextTurn, recountTranscript, removeTurns, saveTurnChange } from '@/transcripts/correction-store'

/** A correction as it was worked out: what is held, what it shall be, and where claims and notes go. */
export type Correction = {
  scope: Scope
  next: NextTurn[]
  follow: (claim: PlacedClaim) => ClaimPlace
  /** The turn that a note stands beside from now on; null where it cannot stay anywhere. */
  noteTurn: (note: KeptNote) => string | null
  participants?: { before: KeptParticipant[]; after: KeptParticipant[] }
  /** Where the transcript is made from another file from now on. */
  file?: { before: KeptFile; after: KeptFile } | undefined
}

export type StepHead = {
  id: string
  interviewId: string
  kind: StepKind
  revision: number
  summary: string
  memberId: string | null
  undoesId: string | null
}

/**
 * Stores a correction of turns in the command's own transaction: turns, claims, notes, counts and the step with what stood
 * before and after it.
 * @returns audit rows, the step's own first.
 * @throws Invalid where a note would lose its turn.
 */
export async function storeCorrection(
  tx: Tx,
  head: StepHead,
  { scope, next, follow, noteTurn, participants, file }: Correction,
): Promise<[AuditDraft, ...AuditDraft[]]> {
  const { transcriptId, held } = scope
  const change = await saveTurnChange(tx, { transcriptId, revision: head.revision }, held, next)
  const touched = new Set([
    ...change.changed.map(({ turn }) => turn.id),
    ...change.removed.map(({ id }) => id),
  ])
  const positions = held.filter(({ id }) => touched.has(id)).map(({ position }) => position)
  const moves = scope.claims
    .map((claim) => ({
      claim,
      before: placeOfClaim(claim),
      after: placeOfClaim({ ...claim, ...follow(claim) }),
    }))
    .filter(({ claim, before, after }) => !samePlace(before, after) || standsOn(claim, positions))
  await saveClaims(
    tx,
    head.revision,
    moves.map(({ after }) => after),
  )
  await reviewAgain(
    tx,
    moves.filter(({ before, after }) => !saysTheSame(before.quote, after.quote)).map(({ after }) => after.id),
  )
  if (file) await tx.transcript.update({ where: { id: transcriptId }, data: file.after })
  const notes = movedNotes(scope.notes, noteTurn)
  for (const { note, turnId } of notes)
    await tx.backgroundNote.update({ where: { id: note.id }, data: { turnId } })
  await removeTurns(tx, change.removed)
  await recountTranscript(tx, transcriptId)
  const kept = keepTurns(
    held.map((turn) => ({ turn, stepId: turn.stepId })),
    next,
  )
  await addStep(
    tx,
    head,
    {
      ...kept.before,
      claims: moves.map(({ before }) => before),
      notes: notes.map(({ note }) => note),
      participants: participants?.before ?? [],
      ...(file ? { file: file.before } : {}),
    },
    {
      ...kept.after,
      claims: moves.map(({ after }) => after),
      notes: notes.map(({ note, turnId }) => ({ id: note.id, turnId })),
      participants: participants?.after ?? [],
      ...(file ? { file: file.after } : {}),
    },
  )
  const of = { interviewId: head.interviewId }
  const queue = moves.filter(({ before, after }) => before.needsAnchor !== after.needsAnchor)
  return [
    {
      action: head.kind === 'undo' ? 'transcript.step-undone' : 'transcript.corrected',
      subject: head.summary,
      ...of,
      after: { step: head.id, kind: head.kind, turns: touched.size + change.added.length },
    },
    ...queue.map(({ claim, before, after }) => ({
      action: after.needsAnchor ? 'claim.lost-its-words' : 'claim.found-its-words',
      subject: `Claim ${claim.number}`,
      ...of,
      claimId: claim.id,
      before: { quote: before.quote, startMs: before.startMs },
      after: { quote: after.quote, startMs: after.startMs },
    })),
  ]
}

/** Writes the step itself. */
export async function addStep(tx: Tx, head: StepHead, before: KeptState, after: KeptState): Promise<void> {
  const last = await tx.transcriptStep.aggregate({
    where: { interviewId: head.interviewId },
    _max: { number: true },
  })
  await tx.transcriptStep.create({ data: { ...head, number: (last._max.number ?? 0) + 1, before, after } })
}

function standsOn(claim: PlacedClaim, positions: readonly number[]): boolean {
  // Positions are in order: the first at or after the claim's first turn decides.
  let [low, high] = [0, positions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) < claim.firstPosition) low = middle + 1
    else high = middle
  }
  return (positions[low] ?? Number.POSITIVE_INFINITY) <= claim.lastPosition
}

/** @throws Invalid where a note has nowhere to go: beside other words it would say something else. */
function movedNotes(notes: readonly KeptNote[], noteTurn: (note: KeptNote) => string | null) {
  return notes.flatMap((note) => {
    const turnId = noteTurn(note)
    if (turnId === null)
      throw new Invalid(
        'A background note or a chapter stands at a turn that would go. Remove it or put it at another turn first.',
      )
    return turnId === note.turnId ? [] : [{ note, turnId }]
  })
}

/** A claim that quotes other words now is another version, and an approval of the old ones is none of these. */
async function reviewAgain(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return
  const where = { id: { in: [...claimIds] } }
  await tx.claim.updateMany({ where, data: { version: { increment: 1 } } })
  await tx.claim.updateMany({ where: { ...where, status: 'approved' }, data: { status: 'inReview' } })
  await tx.claim.updateMany({
    where: { ...where, droppedFrom: 'approved' },
    data: { droppedFrom: 'inReview' },
  })
  // Those that share a check which has to be agreed again stand at other desks too.
  const shared = await tx.claim.findMany({
    where: { ...where, repeats: { some: {} } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of shared) await touchFamily(tx, id)
}

/** One statement for any number of claims: a shift moves them all. Those that wait now are news in the list of claims. */
async function saveClaims(tx: Tx, revision: number, claims: readonly ClaimPlace[]): Promise<void> {
  if (claims.length === 0) return
  await tx.$executeRaw`
    UPDATE "Claim" c SET "firstTurnId" = n.first_turn, "firstWord" = n.first_word, "lastTurnId" = n.last_turn,
      "lastWord" = n.last_word, "quote" = n.quote, "prefix" = n.prefix, "suffix" = n.suffix, "startMs" = n.start_ms,
      "endMs" = n.end_ms, "needsAnchor" = n.waits, "challengeTurnId" = n.reply_turn, "challengeMs" = n.reply_ms,
      "revision" = ${revision},
      "updatedAt" = CASE WHEN c."needsAnchor" = n.waits THEN c."updatedAt" ELSE now() END
    FROM unnest(
      ${claims.map((claim) => claim.id)}::uuid[],
      ${claims.map((claim) => claim.firstTurnId)}::uuid[],
      ${claims.map((claim) => claim.firstWord)}::integer[],
      ${claims.map((claim) => claim.lastTurnId)}::uuid[],
      ${claims.map((claim) => claim.lastWord)}::integer[],
      ${claims.map((claim) => claim.quote)}::text[],
      ${claims.map((claim) => claim.prefix)}::text[],
      ${claims.map((claim) => claim.suffix)}::text[],
      ${claims.map((claim) => claim.startMs)}::integer[],
      ${claims.map((claim) => claim.endMs)}::integer[],
      ${claims.map((claim) => claim.needsAnchor)}::boolean[],
      ${claims.map((claim) => claim.challengeTurnId)}::uuid[],
      ${claims.map((claim) => claim.challengeMs)}::integer[]
    ) AS n(id, first_turn, first_word, last_turn, last_word, quote, prefix, suffix, start_ms, end_ms, waits, reply_turn,
      reply_ms)
    WHERE c."id" = n.id`
}
