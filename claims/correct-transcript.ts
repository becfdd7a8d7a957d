import 'server-only'
import { loadScope } from '@/claims/correction-scope'
import { WordFollower } from '@/claims/follow-words'
import type { KeptParticipant } from '@/claims/kept-state'
import { renameEverywhere } from '@/claims/rename-everywhere'
import { type StepHead, storeCorrection } from '@/claims/store-correction'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { applyStep, type TurnStep } from '@/transcripts/correct/apply-step'
import { describeStep } from '@/transcripts/correct/describe-step'
import { type DocTurn, sameTurn } from '@/transcripts/correct/document'
import { correctTranscriptSchema, type Step } from '@/transcripts/correction-schema'
import { type HeldTurn, type NextTurn, transcriptOf } from '@/transcripts/correction-store'
import { participantFor } from '@/transcripts/participant-for'
import { canEditInterview } from '@/transcripts/policy'
import { bumpRevision } from '@/transcripts/store'
import type { TurnView } from '@/transcripts/views'

/**
 * Corrects a transcript by one step. Claims follow their words or wait for a person (follow-words.ts); the step is kept
 * with what stood before and after. The browser's id of a step makes it one: sent again, nothing happens.
 * @returns the step's id.
 * @throws Conflict with the turn as it stands (TurnView) where it is not what the editor saw; NotFound; Invalid.
 */
export const correctTranscript = command({
  input: correctTranscriptSchema,
  load: async (tx, { interviewId, stepId }) => ({
    // Raised first: it locks the interview, so that what was seen is compared with what really stands.
    revision: await bumpRevision(tx, interviewId),
    done: await tx.transcriptStep.findUnique({ where: { id: stepId }, select: { interviewId: true } }),
  }),
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { actor, input, loaded: { revision, done } }) => {
    const { interviewId, stepId, step } = input
    if (done) return { value: stepId, audit: [repeated(interviewId, stepId, done)] }
    const head = { id: stepId, interviewId, kind: step.kind, revision, memberId: actor.id, undoesId: null }
    return {
      value: stepId,
      audit:
        step.kind === 'rename' ? await renameEverywhere(tx, head, step) : await correctTurns(tx, head, step),
    }
  },
})

/** The audit row of a step that was done before and its answer lost. @throws Conflict where it was done elsewhere. */
export function repeated(interviewId: string, stepId: string, done: { interviewId: string }) {
  if (done.interviewId !== interviewId) throw new Conflict('This request was used for another interview.')
  return {
    action: 'transcript.correction-repeated',
    subject: 'A correction that was done already',
    interviewId,
    after: { step: stepId },
  }
}

async function correctTurns(
  tx: Tx,
  head: Omit<StepHead, 'summary'>,
  step: Exclude<Step, { kind: 'rename' }>,
) {
  const { interviewId } = head
  const transcript = await transcriptOf(tx, interviewId)
  const scope = await loadScope(tx, interviewId, transcript.id, await touchedBy(tx, transcript.id, step))
  const names = await namesOf(tx, interviewId)
  requireSeen(step, scope.held, names)
  if (step.kind === 'split' && (await tx.turn.count({ where: { id: step.newTurnId } })) > 0)
    throw new Conflict('This request was used for another turn.')

  const { turnStep, participants } = await withParticipant(tx, interviewId, step)
  const corrected = applyStep(scope.held, turnStep, scope.held[0]?.position === 0)
  if (transcript.turns + corrected.turns.length - scope.held.length === 0)
    throw new Invalid('These are the transcript’s only words. Write others in their place.')
  const next = nextTurns(scope.held, corrected.turns, head.id)
  const follower = new WordFollower({
    before: scope.held,
    after: next.map(({ turn }) => turn),
    ...movesOf(corrected),
  })
  const summary = describeStep(step, scope.held, corrected.turns, {
    nameOf: (id) =>
      id === null ? null : (names.get(id) ?? participants.after.find((one) => one.id === id)?.name ?? null),
  })
  return storeCorrection(
    tx,
    { ...head, summary },
    {
      scope,
      next,
      follow: (claim) => follower.follow(claim),
      noteTurn: (note) => follower.turnNow(note.turnId),
      participants,
    },
  )
}

function movesOf({ words, moveMs }: ReturnType<typeof applyStep>) {
  return moveMs ? { words, moveMs } : { words }
}

/** Each turn with the step its state is known by: this one where it differs, else the one it had. */
function nextTurns(held: readonly HeldTurn[], turns: readonly DocTurn[], stepId: string): NextTurn[] {
  const known = new Map(held.map((turn) => [turn.id, turn]))
  return turns.map((turn) => {
    const old = known.get(turn.id)
    return old && (old === turn || sameTurn(old, turn)) ? { turn: old, stepId: old.stepId } : { turn, stepId }
  })
}

/** Positions of the turns that a step may change. @throws Conflict where one of them is gone */
async function touchedBy(
  tx: Tx,
  transcriptId: string,
  step: Exclude<Step, { kind: 'rename' }>,
): Promise<'all' | number[]> {
  if (step.kind === 'shift' || step.kind === 'stretch') return 'all'
  const ids =
    step.kind === 'speaker'
      ? [step.firstTurnId, step.lastTurnId]
      : step.kind === 'replace'
        ? step.places.map(({ turnId }) => turnId)
        : [step.turnId]
  const rows = await tx.turn.findMany({
    where: { transcriptId, id: { in: ids } },
    select: { position: true },
  })
  if (rows.length !== new Set(ids).size) {
    if (step.kind === 'speaker') throw new NotFound('There are no such turns in this interview.')
    throw new Conflict(
      'A colleague took this turn out, or put it together with another, while you were writing. What you wrote is kept here.',
    )
  }
  const positions = rows.map(({ position }) => position)
  if (step.kind === 'merge') return positions.flatMap((at) => (at > 0 ? [at - 1, at] : [at]))
  if (step.kind !== 'speaker') return positions
  const [first, last] = [Math.min(...positions), Math.max(...positions)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** @throws Conflict where a turn is not what the editor saw, with the turn as it stands. */
function requireSeen(step: Step, held: readonly HeldTurn[], names: ReadonlyMap<string, string>): void {
  for (const { turnId, ok } of seenBy(step)) {
    const turn = held.find(({ id }) => id === turnId)
    if (!turn || ok(turn)) continue
    const { id, position, participantId, text, startMs, endMs } = turn
    const speaker = participantId === null ? null : (names.get(participantId) ?? null)
    const current: TurnView = { id, position, speaker, text, startMs, endMs }
    throw new Conflict(
      'A colleague changed this turn while you were writing. Both are here: choose or combine.',
      current,
    )
  }
}

function seenBy(step: Step): { turnId: string; ok: (turn: HeldTurn) => boolean }[] {
  switch (step.kind) {
    case 'words':
    case 'split':
    case 'merge':
      return [{ turnId: step.turnId, ok: (turn) => turn.text === step.seen }]
    case 'replace':
      return step.places.map(({ turnId, seen }) => ({ turnId, ok: (turn) => turn.text === seen }))
    case 'time':
      return [{ turnId: step.turnId, ok: (turn) => turn.startMs === step.seenMs }]
    default:
      return []
  }
}

/** The step with a participant in place of a name; who had to be made is kept with it. */
async function withParticipant(
  tx: Tx,
  interviewId: string,
  step: Exclude<Step, { kind: 'rename' }>,
): Promise<{ turnStep: TurnStep; participants: { before: KeptParticipant[]; after: KeptParticipant[] } }> {
  if (step.kind !== 'speaker') return { turnStep: step, participants: { before: [], after: [] } }
  const { kind, firstTurnId, lastTurnId, speaker } = step
  const chosen = await participantFor(tx, interviewId, speaker)
  const made =
    chosen.made && chosen.id !== null
      ? await tx.participant.findUniqueOrThrow({
          where: { id: chosen.id },
          select: { id: true, name: true, part: true, personId: true },
        })
      : null
  return {
    turnStep: { kind, firstTurnId, lastTurnId, participantId: chosen.id },
    participants: { before: [], after: made ? [made] : [] },
  }
}

async function namesOf(tx: Tx, interviewId: string): Promise<Map<string, string>> {
  const rows = await tx.participant.findMany({ where: { interviewId }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
