import 'server-only'
import { Prisma, type Tx } from '@/platform/db'
import { Invalid, NotFound } from '@/platform/errors'
import { uuid7 } from '@/platform/uuid'
import type { ParsedTurn } from '@/transcripts/model'
import { countWords } from '@/transcripts/words'

/**
 * Raises the interview's revision by one and returns the new one. The row stays locked until the transaction ends, so
 * changes to one interview happen one after another and a revision is never given twice.
 * @throws NotFound if there is no such interview.
 */
export async function bumpRevision(tx: Tx, interviewId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ revision: number }[]>`
    UPDATE "Interview" SET "revision" = "revision" + 1 WHERE "id" = ${interviewId}::uuid RETURNING "revision"`
  const row = rows[0]
  if (!row) throw new NotFound('There is no such interview. It may have been removed.')
  return row.revision
}

/** The interview with its row locked until the transaction ends. @throws NotFound */
export async function lockInterview(tx: Tx, interviewId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Interview" WHERE "id" = ${interviewId}::uuid FOR UPDATE`
  const interview = await tx.interview.findUnique({
    where: { id: interviewId },
    include: {
      credits: { orderBy: { position: 'asc' } },
      _count: { select: { publications: true } },
    },
  })
  if (!interview) throw new NotFound('There is no such interview. It may have been removed.')
  return interview
}

export const SLUG_TAKEN = 'Another interview has this address. Choose another.'

/** @throws Invalid on `slug` where another interview has it. */
export async function requireFreeSlug(tx: Tx, slug: string, exceptId?: string): Promise<void> {
  const holder = await tx.interview.findUnique({ where: { slug }, select: { id: true } })
  if (holder && holder.id !== exceptId) throw new Invalid(SLUG_TAKEN, { slug: SLUG_TAKEN })
}

/** The refusal for a slug that somebody else took in the same moment; anything else is thrown on. */
export function slugRace(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new Invalid(SLUG_TAKEN, { slug: SLUG_TAKEN })
  throw error
}

/**
 * Stores a transcript's turns in order. `participantOf` gives the participant of a speaker's label
 * in a turn. One statement with
 * one array a column: the client's own createMany takes ten times as long for a five-hour interview.
 */
export async function saveTurns(
  tx: Tx,
  transcriptId: string,
  turns: readonly ParsedTurn[],
  participantOf: (label: string | null, turn: number) => string | null,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Turn" ("id", "transcriptId", "participantId", "position", "text", "wordCount", "startMs", "endMs",
      "wordStarts", "wordEnds", "wordEstimated")
    SELECT id, ${transcriptId}::uuid, participant, position - 1, text, words, start_ms, end_ms,
      starts::integer[], ends::integer[], estimated::boolean[]
    FROM unnest(
      ${turns.map(() => uuid7())}::uuid[],
      ${turns.map((turn, index) => participantOf(turn.speaker, index))}::uuid[],
      ${turns.map((turn) => turn.text)}::text[],
      ${turns.map((turn) => countWords(turn.text))}::integer[],
      ${turns.map((turn) => turn.startMs)}::integer[],
      ${turns.map((turn) => turn.endMs)}::integer[],
      ${turns.map((turn) => arrayLiteral(turn.wordStarts))}::text[],
      ${turns.map((turn) => arrayLiteral(turn.wordEnds))}::text[],
      ${turns.map((turn) => arrayLiteral(turn.wordEstimated))}::text[]
    ) WITH ORDINALITY AS t(id, participant, text, words, start_ms, end_ms, starts, ends, estimated, position)`
}

/** PostgreSQL's text form of an array of numbers or booleans; unnest takes no arrays of unequal length. */
function arrayLiteral(values: readonly (number | boolean)[]): string {
  return `{${values.join(',')}}`
}
