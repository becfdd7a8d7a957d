import 'server-only'
import { repeated } from '@/claims/correct-transcript'
import { loadScope } from '@/claims/correction-scope'
import { WordFollower } from '@/claims/follow-words'
import { type KeptState, keptStateSchema } from '@/claims/kept-state'
import { dropMade, restoreNames } from '@/claims/restore-names'
import { addStep, type StepHead, storeCorrection } from '@/claims/store-correction'
import { placeBefore, turnsBefore } from '@/claims/take-back'
import type { Actor } from '@/newsroom/roles'
import type { AuditDraft } from '@/platform/audit'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, NotFound } from '@/platform/errors'
import { describeUndo } from '@/transcripts/correct/describe-step'
import { mapBetween } from '@/transcripts/correct/map-between'
import { undoStepSchema } from '@/transcripts/correction-schema'
import { transcriptOf } from '@/transcripts/correction-store'
import { ALREADY_UNDONE, OVERTAKEN } from '@/transcripts/correction-views'
import { canEditInterview } from '@/transcripts/policy'
import { bumpRevision } from '@/transcripts/store'

/**
 * Takes a step back, as a step of its own, which can be taken back like any other. Turns, times, names and places of
 * claims are exactly what they were; a claim that somebody placed or flagged since follows its words instead.
 * @returns the new step's id.
 * @throws Conflict where the step was taken back already, or the same turns were changed since.
 */
export const undoStep = command({
  input: undoStepSchema,
  load: async (tx, { interviewId, stepId, undoes }) => ({
    revision: await bumpRevision(tx, interviewId),
    done: await tx.transcriptStep.findUnique({ where: { id: stepId }, select: { interviewId: true } }),
    step: await tx.transcriptStep.findFirst({
      where: { id: undoes, interviewId },
      include: { undoneBy: { select: { id: true } } },
    }),
  }),
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { actor, input, loaded: { revision, done, step } }) => {
    const { interviewId, stepId } = input
    if (done) return { value: stepId, audit: [repeated(interviewId, stepId, done)] }
    if (!step) throw new NotFound('There is no such step in the history.')
    if (step.undoneBy) throw new Conflict(ALREADY_UNDONE)
    const head: StepHead = {
      id: stepId,
      interviewId,
      kind: 'undo',
      revision,
      summary: describeUndo(step),
      memberId: actor.id,
      undoesId: step.id,
    }
    const [before, after] = [keptStateSchema.parse(step.before), keptStateSchema.parse(step.after)]
    return { value: stepId, audit: await takeBack(tx, head, before, after) }
  },
})

/** Brings `before` back where `after` stands. */
async function takeBack(
  tx: Tx,
  head: StepHead,
  before: KeptState,
  after: KeptState,
): Promise<[AuditDraft, ...AuditDraft[]]> {
  const participants = await restoreNames(tx, head, before.participants, after.participants)
  const audit =
    before.turns.length + after.turns.length === 0
      ? await takeBackNames(tx, head, participants)
      : await takeBackTurns(tx, head, before, after, participants)
  await dropMade(tx, before.participants, after.participants)
  return audit
}

type Names = Awaited<ReturnType<typeof restoreNames>>

async function takeBackNames(
  tx: Tx,
  head: StepHead,
  participants: Names,
): Promise<[AuditDraft, ...AuditDraft[]]> {
  const nothing = { turns: [], removed: [], claims: [], notes: [] }
  await addStep(
    tx,
    head,
    { ...nothing, participants: participants.before },
    { ...nothing, participants: participants.after },
  )
  const { interviewId, summary: subject, id, kind } = head
  return [{ action: 'transcript.step-undone', subject, interviewId, after: { step: id, kind } }]
}

async function takeBackTurns(
  tx: Tx,
  head: StepHead,
  before: KeptState,
  after: KeptState,
  participants: Names,
) {
  const transcript = await transcriptOf(tx, head.interviewId)
  const touched = await positionsOf(tx, transcript.id, before, after)
  const scope = await loadScope(
    tx,
    head.interviewId,
    transcript.id,
    touched.length > transcript.turns / 2 ? 'all' : touched,
  )
  const next = turnsBefore(
    scope.held.map((turn) => ({ turn, stepId: turn.stepId })),
    before,
    after,
  )
  const turns = next.map(({ turn }) => turn)
  const follower = new WordFollower({
    before: scope.held,
    after: turns,
    words: mapBetween(scope.held, turns),
  })
  const then = new Map(before.claims.map((claim) => [claim.id, claim]))
  const left = new Map(after.claims.map((claim) => [claim.id, claim]))
  const notes = new Map(before.notes.map((note) => [note.id, note.turnId]))
  const moved = new Map(after.notes.map((note) => [note.id, note.turnId]))
  return storeCorrection(tx, head, {
    scope,
    next,
    follow: (claim) => placeBefore(follower, claim, then.get(claim.id), left.get(claim.id)),
    noteTurn: (note) =>
      moved.get(note.id) === note.turnId
        ? (notes.get(note.id) ?? note.turnId)
        : follower.turnNow(note.turnId),
    participants,
    file: before.file && after.file ? { before: after.file, after: before.file } : undefined,
  })
}

/** Where the turns stand that the step left, and those beside the ones that it took out. @throws Conflict */
async function positionsOf(
  tx: Tx,
  transcriptId: string,
  before: KeptState,
  after: KeptState,
): Promise<number[]> {
  const beside = before.turns.flatMap((turn) => [turn.beside?.before ?? [], turn.beside?.after ?? []].flat())
  const ids = [...new Set([...after.turns.map(({ id }) => id), ...beside])]
  const rows = await tx.turn.findMany({
    where: { transcriptId, id: { in: ids } },
    select: { position: true },
    orderBy: { position: 'asc' },
  })
  if (rows.length === 0) throw new Conflict(OVERTAKEN)
  return rows.map(({ position }) => position)
}
