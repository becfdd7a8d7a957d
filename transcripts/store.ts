import 'server-only'
import { Prisma, type Tx } from '@/platform/db'
import { Invalid, NotFound } from '@/platform/errors'
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

/** Rows a statement: large enough to be quick, small enough to stay below the protocol's 65,535 parameters. */
const BATCH = 2000

/** Stores a transcript's turns in order. `participantOf` gives the participant of a speaker's label. */
export async function saveTurns(
  tx: Tx,
  transcriptId: string,
  turns: readonly ParsedTurn[],
  participantOf: (label: string | null) => string | null,
): Promise<void> {
  const rows = turns.map((turn, position) => ({
    transcriptId,
    participantId: participantOf(turn.speaker),
    position,
    text: turn.text,
    wordCount: countWords(turn.text),
    startMs: turn.startMs,
    endMs: turn.endMs,
    wordStarts: turn.wordStarts,
    wordEnds: turn.wordEnds,
    wordEstimated: turn.wordEstimated,
  }))
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.turn.createMany({ data: rows.slice(from, from + BATCH) })
}
