import 'server-only'
import { Prisma, type Tx } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { type DocTurn, sameTurn } from '@/transcripts/correct/document'

/** Turns of a transcript to be corrected, and how a corrected document is stored: a few statements, whatever its length. */

/** A turn with where it stands and which step gave it its present state. */
export type HeldTurn = DocTurn & { position: number; stepId: string | null }

/** @throws NotFound */
export async function transcriptOf(tx: Tx, interviewId: string): Promise<{ id: string; turns: number }> {
  const transcript = await tx.transcript.findUnique({
    where: { interviewId },
    select: { id: true, _count: { select: { turns: true } } },
  })
  if (!transcript) throw new NotFound('This interview has no transcript.')
  return { id: transcript.id, turns: transcript._count.turns }
}

/** Turns in order: all, or those at these positions. */
export async function turnsAt(
  tx: Tx,
  transcriptId: string,
  positions: 'all' | ReadonlySet<number>,
): Promise<HeldTurn[]> {
  const where =
    positions === 'all'
      ? Prisma.sql`TRUE`
      : Prisma.sql`"position" = ANY(${[...positions].filter((at) => at >= 0)}::integer[])`
  return tx.$queryRaw<HeldTurn[]>`
    SELECT "id", "participantId", "position", "text", "wordCount", "startMs", "endMs", "wordStarts", "wordEnds",
      "wordEstimated", "stepId"
    FROM "Turn" WHERE "transcriptId" = ${transcriptId}::uuid AND ${where} ORDER BY "position"`
}

/** Positions of the nearest turns with a time, before one position and after another. */
export async function timedNeighbours(
  tx: Tx,
  transcriptId: string,
  before: number,
  after: number,
): Promise<number[]> {
  const timed = { transcriptId, startMs: { not: null } }
  const earlier = await tx.turn.findFirst({
    where: { ...timed, position: { lt: before } },
    orderBy: { position: 'desc' },
    select: { position: true },
  })
  const later = await tx.turn.findFirst({
    where: { ...timed, position: { gt: after } },
    orderBy: { position: 'asc' },
    select: { position: true },
  })
  return [earlier, later].flatMap((turn) => (turn ? [turn.position] : []))
}

/** A turn as it shall stand; `stepId` is the step that its state is known by from now on. */
export type NextTurn = { turn: DocTurn; stepId: string | null }

export type TurnChange = { added: NextTurn[]; changed: NextTurn[]; removed: HeldTurn[] }

/** What differs between the turns held and what they shall be. A turn that only gets another `stepId` counts as changed. */
export function changeOf(held: readonly HeldTurn[], next: readonly NextTurn[]): TurnChange {
  const known = new Map(held.map((turn) => [turn.id, turn]))
  const kept = new Set(next.map(({ turn }) => turn.id))
  const differs = ({ turn, stepId }: NextTurn) => {
    const old = known.get(turn.id)
    return old !== undefined && (old.stepId !== stepId || (old !== turn && !sameTurn(old, turn)))
  }
  return {
    added: next.filter(({ turn }) => !known.has(turn.id)),
    changed: next.filter(differs),
    removed: held.filter((turn) => !kept.has(turn.id)),
  }
}

/**
 * Stores what differs. Removed turns stay until `removeTurns`: what stands on them has to move first. Until the
 * transaction ends two turns may have one position.
 */
export async function saveTurnChange(
  tx: Tx,
  place: { transcriptId: string; revision: number },
  held: readonly HeldTurn[],
  next: readonly NextTurn[],
): Promise<TurnChange> {
  const change = changeOf(held, next)
  if (change.added.length + change.removed.length > 0) {
    await tx.$executeRaw`SET CONSTRAINTS "Turn_transcriptId_position_key" DEFERRED`
    await makeRoom(tx, place.transcriptId, held, next)
  }
  await insertTurns(tx, place, change.added, positionsOf(held, next))
  await updateTurns(tx, place, change.changed)
  return change
}

export async function removeTurns(tx: Tx, removed: readonly HeldTurn[]): Promise<void> {
  if (removed.length > 0) await tx.turn.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } })
}

/** Brings the transcript's own figures up to date with its turns. */
export async function recountTranscript(tx: Tx, transcriptId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Transcript" SET "wordCount" = t.words, "durationMs" = t.latest
    FROM (SELECT sum("wordCount")::integer AS words, max("endMs") AS latest
      FROM "Turn" WHERE "transcriptId" = ${transcriptId}::uuid) AS t
    WHERE "id" = ${transcriptId}::uuid`
}

/** New position of each turn of `next`: the held ones move by what was put in and taken out before them. */
function positionsOf(held: readonly HeldTurn[], next: readonly NextTurn[]): Map<string, number> {
  const old = new Map(held.map((turn) => [turn.id, turn.position]))
  const kept = new Set(next.map(({ turn }) => turn.id))
  const gone = held.filter((turn) => !kept.has(turn.id)).map(({ position }) => position)
  const positions = new Map<string, number>()
  let [added, removed, reached] = [0, 0, -1]
  const firstHeld = held[0]?.position ?? 0
  for (const { turn } of next) {
    const position = old.get(turn.id)
    if (position === undefined) {
      // Right after the one before it; at the head of what is held, where that begins.
      reached = reached < 0 ? firstHeld : reached + 1
      added += 1
    } else {
      while ((gone[removed] ?? Number.POSITIVE_INFINITY) < position) removed += 1
      reached = position + added - removed
    }
    positions.set(turn.id, reached)
  }
  return positions
}

/** Moves the turns that stay, those that are not held among them, to where they are from now on. */
async function makeRoom(
  tx: Tx,
  transcriptId: string,
  held: readonly HeldTurn[],
  next: readonly NextTurn[],
): Promise<void> {
  const positions = positionsOf(held, next)
  const survivors = held.filter((turn) => positions.has(turn.id))
  const moves: { from: number; to: number; by: number }[] = []
  for (const [index, turn] of survivors.entries()) {
    const by = (positions.get(turn.id) ?? turn.position) - turn.position
    const to = (survivors[index + 1]?.position ?? Number.POSITIVE_INFINITY) - 1
    const last = moves.at(-1)
    if (last && last.by === by) last.to = to
    else moves.push({ from: turn.position, to, by })
  }
  const moving = moves.filter(({ by }) => by !== 0)
  if (moving.length === 0) return
  await tx.$executeRaw`
    UPDATE "Turn" t SET "position" = t."position" + m.by
    FROM unnest(${moving.map(({ from }) => from)}::integer[],
      ${moving.map(({ to }) => Math.min(to, 2_147_483_647))}::integer[],
      ${moving.map(({ by }) => by)}::integer[]) AS m("from", "to", by)
    WHERE t."transcriptId" = ${transcriptId}::uuid AND t."position" BETWEEN m."from" AND m."to"`
}

type Place = { transcriptId: string; revision: number }

async function insertTurns(
  tx: Tx,
  { transcriptId, revision }: Place,
  added: readonly NextTurn[],
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  if (added.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Turn" ("id", "transcriptId", "position", "revision", "stepId", "participantId", "text", "wordCount",
      "startMs", "endMs", "wordStarts", "wordEnds", "wordEstimated")
    SELECT n.id, ${transcriptId}::uuid, p.position, ${revision}, n.step, n.participant, n.text, n.words, n.start_ms,
      n.end_ms, n.starts, n.ends, n.estimated
    FROM ${columnsOf(added)}
    JOIN unnest(${added.map(({ turn }) => turn.id)}::uuid[],
      ${added.map(({ turn }) => positions.get(turn.id) ?? 0)}::integer[]) AS p(id, position) ON p.id = n.id`
}

async function updateTurns(
  tx: Tx,
  { transcriptId, revision }: Place,
  changed: readonly NextTurn[],
): Promise<void> {
  if (changed.length === 0) return
  await tx.$executeRaw`
    UPDATE "Turn" t SET "version" = t."version" + 1, "revision" = ${revision}, "stepId" = n.step,
      "participantId" = n.participant, "text" = n.text, "wordCount" = n.words, "startMs" = n.start_ms, "endMs" = n.end_ms,
      "wordStarts" = n.starts, "wordEnds" = n.ends, "wordEstimated" = n.estimated
    FROM ${columnsOf(changed)} WHERE t."id" = n.id AND t."transcriptId" = ${transcriptId}::uuid`
}

/** Turns as a table `n`, from one JSON text: quicker than an array a column, and arrays of unequal length are no trouble. */
function columnsOf(turns: readonly NextTurn[]): Prisma.Sql {
  const rows = turns.map(({ turn, stepId }) => ({
    id: turn.id,
    step: stepId,
    participant: turn.participantId,
    text: turn.text,
    words: turn.wordCount,
    start_ms: turn.startMs,
    end_ms: turn.endMs,
    starts: turn.wordStarts,
    ends: turn.wordEnds,
    estimated: turn.wordEstimated,
  }))
  return Prisma.sql`json_to_recordset(${JSON.stringify(rows)}::json) AS n(id uuid, step uuid, participant uuid, text text,
    words integer, start_ms integer, end_ms integer, starts integer[], ends integer[], estimated boolean[])`
}
