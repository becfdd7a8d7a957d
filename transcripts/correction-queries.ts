import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { db, type Reader } from '@/platform/db'
import { allow, type Decision, deny } from '@/platform/decision'
import { NotFound } from '@/platform/errors'
import { STEP_KINDS, type StepKind } from '@/transcripts/correction-schema'
import {
  ALREADY_UNDONE,
  type HistoryPage,
  OVERTAKEN,
  type StepView,
  type TurnsDelta,
} from '@/transcripts/correction-views'
import { canEditInterview } from '@/transcripts/policy'

type TurnRow = Omit<TurnsDelta['changed'][number], 'afterId'> & { afterId: string | null }

/** Turns that changed after a revision, in order, and the ids of those that are gone. */
export async function turnsSince(
  interviewId: string,
  since: number,
  reader: Reader = db(),
): Promise<TurnsDelta> {
  const [changed, gone] = await Promise.all([
    reader.$queryRaw<TurnRow[]>`
      SELECT t."id", t."position", p."name" AS "speaker", t."text", t."startMs", t."endMs", b."id" AS "afterId"
      FROM "Turn" t
      JOIN "Transcript" d ON d."id" = t."transcriptId"
      LEFT JOIN "Participant" p ON p."id" = t."participantId"
      LEFT JOIN "Turn" b ON b."transcriptId" = t."transcriptId" AND b."position" = t."position" - 1
      WHERE d."interviewId" = ${interviewId}::uuid AND t."revision" > ${since}
      ORDER BY t."position"`,
    reader.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT r.id FROM "TranscriptStep" s, jsonb_array_elements_text(s."after" -> 'removed') AS r(id)
      WHERE s."interviewId" = ${interviewId}::uuid AND s."revision" > ${since}
        AND NOT EXISTS (SELECT 1 FROM "Turn" t WHERE t."id" = r.id::uuid)`,
  ])
  return { changed, removed: gone.map(({ id }) => id) }
}

const PAGE = 50

/**
 * The transcript's history, newest first, a page at a time.
 * @param before only steps before this number, from the `next` of the page before; null for the newest.
 * @throws NotFound
 */
export async function historyPage(
  actor: Actor,
  interviewId: string,
  before: number | null,
  reader: Reader = db(),
): Promise<HistoryPage> {
  if ((await reader.interview.count({ where: { id: interviewId } })) === 0)
    throw new NotFound('There is no such interview.')
  const steps = await stepViews(
    actor,
    { interviewId, ...(before === null ? {} : { number: { lt: before } }) },
    PAGE + 1,
    reader,
  )
  const page = steps.slice(0, PAGE)
  return { steps: page, next: steps.length > PAGE ? (page.at(-1)?.number ?? null) : null }
}

/** One step as this member sees it. @throws NotFound */
export async function stepView(actor: Actor, stepId: string, reader: Reader = db()): Promise<StepView> {
  const [step] = await stepViews(actor, { id: stepId }, 1, reader)
  if (!step) throw new NotFound('There is no such step in the history.')
  return step
}

async function stepViews(
  actor: Actor,
  where: { id: string } | { interviewId: string; number?: { lt: number } },
  take: number,
  reader: Reader,
): Promise<StepView[]> {
  const rows = await reader.transcriptStep.findMany({
    where,
    orderBy: { number: 'desc' },
    take,
    // Never `before` and `after`: a step on every time of a five-hour transcript is megabytes.
    select: {
      id: true,
      number: true,
      kind: true,
      summary: true,
      memberId: true,
      at: true,
      member: { select: { name: true } },
      undoes: { select: { number: true } },
      undoneBy: { select: { id: true } },
    },
  })
  const open = rows.filter((row) => row.undoneBy === null).map((row) => row.id)
  const overtaken = await overtakenSteps(reader, open)
  const may = canEditInterview(actor)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: kindOf(row.kind),
    summary: row.summary,
    by: row.member?.name ?? 'Claimline',
    byMe: row.memberId === actor.id,
    at: row.at.toISOString(),
    undoes: row.undoes?.number ?? null,
    undone: row.undoneBy !== null,
    undo: may.allowed ? undoOf(row.undoneBy !== null, overtaken.has(row.id)) : may,
  }))
}

function undoOf(undone: boolean, overtaken: boolean): Decision {
  if (undone) return deny(ALREADY_UNDONE)
  return overtaken ? deny(OVERTAKEN) : allow
}

/** Which of these steps left a turn that stands otherwise now. */
export async function overtakenSteps(reader: Reader, stepIds: readonly string[]): Promise<Set<string>> {
  if (stepIds.length === 0) return new Set()
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s."id" FROM "TranscriptStep" s
    CROSS JOIN LATERAL jsonb_to_recordset(s."after" -> 'turns') AS left_behind("id" uuid, "stepId" uuid)
    LEFT JOIN "Turn" t ON t."id" = left_behind."id"
    WHERE s."id" = ANY(${[...stepIds]}::uuid[])
      AND (t."id" IS NULL OR t."stepId" IS DISTINCT FROM left_behind."stepId")`
  return new Set(rows.map(({ id }) => id))
}

function kindOf(kind: string): StepKind {
  const known = STEP_KINDS.find((one) => one === kind)
  if (!known) throw new Error(`A step of a kind that nobody knows: ${kind}.`)
  return known
}
