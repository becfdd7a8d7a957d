import 'server-only'
import { repeated } from '@/claims/correct-transcript'
import type { KeptParticipant } from '@/claims/kept-state'
import {
  type Prepared,
  prepareReplacement,
  standingTranscript,
  viewReplacement,
} from '@/claims/prepare-replacement'
import {
  type ReplacementPreview,
  replacedSpeakersSchema,
  replaceTranscriptSchema,
} from '@/claims/replacement-schema'
import { storeCorrection } from '@/claims/store-correction'
import type { Actor } from '@/newsroom/roles'
import { command, parseInput } from '@/platform/command'
import { db, type Tx } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { uuid7 } from '@/platform/uuid'
import { sameTurn } from '@/transcripts/correct/document'
import type { HeldTurn } from '@/transcripts/correction-store'
import { isMachineFormat } from '@/transcripts/machine-made'
import { participantFor } from '@/transcripts/participant-for'
import { canEditInterview } from '@/transcripts/policy'
import type { SentFile } from '@/transcripts/preview-file'
import { type ReadReplacement, readReplacement } from '@/transcripts/read-replacement'
import { bumpRevision } from '@/transcripts/store'

/** How often a file is aligned anew where colleagues go on correcting in the same seconds. */
const MOST_TRIES = 4

/**
 * What a file would make of the interview's transcript. Stores nothing.
 * @param speakers decisions about the file's labels (replacement-schema.ts), or null for Claimline's proposals
 * @throws Forbidden, NotFound, Invalid
 */
export async function previewReplacement(
  actor: Actor,
  interviewId: string,
  sent: SentFile,
  speakers: unknown,
): Promise<ReplacementPreview> {
  const decision = canEditInterview(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const decided = speakers === null ? null : parseInput(replacedSpeakersSchema, speakers)
  const standing = await standingTranscript(db(), interviewId)
  const file = await readReplacement(sent, standing.held)
  const prepared = prepareReplacement(standing, file, decided, uuid7)
  return viewReplacement(db(), interviewId, standing, file, prepared)
}

/**
 * Replaces the interview's transcript by a file, as one step of its history. The file is read and aligned before the
 * interview is locked and again where a colleague corrected the transcript meanwhile; what is stored is always
 * worked out from what stands under the lock. What readers see stays as it was published.
 * @returns the step's id.
 * @throws Conflict with the preview as it is now (ReplacementPreview) where it is not the one that was looked at; Invalid
 * where the file cannot replace anything or a note would lose its turn.
 */
export async function replaceTranscript(
  actor: Actor | null,
  sent: SentFile,
  input: unknown,
): Promise<string> {
  const { interviewId } = parseInput(replaceTranscriptSchema, input)
  for (let tries = 1; ; tries++) {
    const { held } = await standingTranscript(db(), interviewId)
    const file = await readReplacement(sent, held)
    try {
      return await replaceBy(file, held)(actor, input)
    } catch (error) {
      if (!(error instanceof CorrectedMeanwhile)) throw error
      if (tries === MOST_TRIES)
        throw new Conflict(
          'Colleagues are correcting this transcript just now. Try again when they have finished.',
        )
    }
  }
}

/** Not an outcome for anybody: the alignment was made of words that do not stand any more. */
class CorrectedMeanwhile extends Error {}

function replaceBy(file: ReadReplacement, aligned: readonly HeldTurn[]) {
  return command({
    input: replaceTranscriptSchema,
    load: async (tx, { interviewId, stepId }) => ({
      revision: await bumpRevision(tx, interviewId),
      done: await tx.transcriptStep.findUnique({ where: { id: stepId }, select: { interviewId: true } }),
      standing: await standingTranscript(tx, interviewId),
    }),
    allow: (actor: Actor) => canEditInterview(actor),
    run: async (tx, { actor, input, loaded: { revision, done, standing } }) => {
      const { interviewId, stepId } = input
      if (done) return { value: stepId, audit: [repeated(interviewId, stepId, done)] }
      const { held, transcript, claims, notes } = standing
      if (held.length !== aligned.length || held.some((turn, index) => !sameTurn(turn, aligned[index])))
        throw new CorrectedMeanwhile()
      const prepared = prepareReplacement(standing, file, input.speakers, uuid7)
      if (!prepared) throw new Invalid(whyNot(file))
      if (prepared.outcome !== input.outcome)
        throw new Conflict(
          'The transcript or its claims changed since you looked. Nothing was replaced: here is what would happen now.',
          await viewReplacement(tx, interviewId, standing, file, prepared),
        )
      const { follower, landings } = prepared.plan
      const { after, made } = await withParticipants(tx, interviewId, prepared)
      const { format, encoding } = file.parsed
      const { fileName, contentHash } = file
      const { id: transcriptId, ...before } = transcript
      const head = {
        id: stepId,
        interviewId,
        kind: 'transcript' as const,
        revision,
        summary: `Replaced the transcript by ${fileName}`,
        memberId: actor.id,
        undoesId: null,
      }
      const audit = await storeCorrection(tx, head, {
        scope: {
          transcriptId,
          held,
          claims: claims.map(({ claimReviewed: _c, approved: _a, ...claim }) => claim),
          notes: notes.map(({ id, turnId }) => ({ id, turnId })),
        },
        next: after.map((turn) => ({ turn, stepId })),
        follow: (claim) => landings.get(claim.id)?.place ?? claim,
        noteTurn: (note) => follower.turnNow(note.turnId),
        participants: { before: [], after: made },
        file: {
          before,
          after: {
            format: format ?? 'unknown',
            encoding: encoding ?? 'utf-8',
            fileName,
            contentHash,
            machineMade: isMachineFormat(format),
          },
        },
      })
      return { value: stepId, audit }
    },
  })
}

/** Makes those who are new, and gives the turns their real ids. */
async function withParticipants(tx: Tx, interviewId: string, { plan, made }: Prepared) {
  const ids = new Map<string, string>()
  const kept: KeptParticipant[] = []
  for (const { id, name, part, labels } of made) {
    const chosen = await participantFor(tx, interviewId, { name, part })
    if (chosen.id === null) continue
    ids.set(id, chosen.id)
    if (!chosen.made) continue
    const sourceLabel = labels.find((label) => label !== null) ?? null
    kept.push(
      await tx.participant.update({
        where: { id: chosen.id },
        data: { sourceLabel },
        select: { id: true, name: true, part: true, personId: true },
      }),
    )
  }
  const real = (id: string | null) => (id === null ? null : (ids.get(id) ?? id))
  return {
    after: plan.after.map((turn) => ({ ...turn, participantId: real(turn.participantId) })),
    made: kept,
  }
}

function whyNot({ parsed }: ReadReplacement): string {
  const stop = parsed.problems.find(({ severity }) => severity === 'error')
  if (!stop) return 'There are no words in this file, so it cannot replace anything.'
  return stop.line === null ? stop.message : `Line ${stop.line}: ${stop.message}`
}
