import { randomUUID } from 'node:crypto'
import { correctTranscript } from '@/claims/correct-transcript'
import { correctionResult } from '@/claims/correction-result'
import { undoStep } from '@/claims/undo-step'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import type { Step } from '@/transcripts/correction-schema'

/** What is said in a built conversation: four timed turns. */
export const SPOKEN = [
  { speaker: 'Ada Quill', text: 'Good evening and welcome.', wordStarts: [0, 400, 700, 900] },
  {
    speaker: 'Bo Marsh',
    text: 'We planted nine million trees last year.',
    wordStarts: [2000, 2300, 2700, 3000, 3400, 3800, 4100],
  },
  { speaker: 'Ada Quill', text: 'Who counted them?', wordStarts: [5000, 5400, 5700] },
  { speaker: 'Bo Marsh', text: 'Nobody counts trees.', wordStarts: [7000, 7300, 7700] },
]

/** An interview to be corrected, its turns by name, and the commands as somebody at the desk would give them. */
export async function buildSpoken() {
  const actor = await buildMember(db())
  const interview = await buildInterview(db(), { turns: SPOKEN })
  const [first = '', second = '', third = '', last = ''] = interview.turns
  const correct = async (step: Step, stepId: string = randomUUID()) =>
    correctionResult(actor, await correctTranscript(actor, { interviewId: interview.id, stepId, step }))
  const undo = async (undoes: string, stepId: string = randomUUID()) =>
    correctionResult(actor, await undoStep(actor, { interviewId: interview.id, stepId, undoes }))
  return { actor, interview, first, second, third, last, correct, undo }
}

/** The step that gives a turn another text. */
export const words = (turnId: string, seen: string, text: string): Step => ({
  kind: 'words',
  turnId,
  seen,
  text,
})
export const text = (turn: number) => SPOKEN[turn]?.text ?? ''

/** Everything a correction may change, without counters that only rise. */
export async function everything(interviewId: string) {
  const [turns, claims, participants, notes, transcript] = await Promise.all([
    db().turn.findMany({
      where: { transcript: { interviewId } },
      orderBy: { position: 'asc' },
      omit: { revision: true, version: true },
    }),
    db().claim.findMany({
      where: { interviewId },
      orderBy: { number: 'asc' },
      omit: { revision: true, updatedAt: true },
    }),
    db().participant.findMany({
      where: { interviewId },
      orderBy: { position: 'asc' },
      include: { person: true },
    }),
    db().backgroundNote.findMany({ where: { interviewId } }),
    db().transcript.findUniqueOrThrow({ where: { interviewId } }),
  ])
  return { turns, claims, participants, notes, transcript }
}
