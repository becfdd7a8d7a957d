import 'server-only'
import type { KeptParticipant } from '@/claims/kept-state'
import { addStep, type StepHead } from '@/claims/store-correction'
import type { AuditDraft } from '@/platform/audit'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import type { Step } from '@/transcripts/correction-schema'
import { showAgain } from '@/transcripts/participant-for'
import { personFor } from '@/transcripts/save-participant'

/**
 * Puts another name before every turn of a participant. No word and no turn changes, so nothing that was done to the
 * turns since stands in the way of taking it back.
 * @throws Conflict with `{name}` where the participant is called otherwise by now; Invalid where somebody else has the name.
 */
export async function renameEverywhere(
  tx: Tx,
  head: Omit<StepHead, 'summary'>,
  step: Extract<Step, { kind: 'rename' }>,
): Promise<[AuditDraft, ...AuditDraft[]]> {
  const { interviewId, revision } = head
  const name = step.name.replace(/\s+/gu, ' ')
  const before = await keptParticipant(tx, interviewId, step.participantId)
  if (!before) throw new NotFound('There is no such participant in this interview.')
  if (before.name !== step.seen)
    throw new Conflict('A colleague gave this speaker another name while you were writing.', {
      name: before.name,
    })
  if (before.name === name) throw new Invalid('That changes nothing.', { name: 'That is the name already.' })
  if ((await tx.participant.count({ where: { interviewId, name } })) > 0)
    throw new Invalid(`Somebody else in this interview is called “${name}”. Give them these turns instead.`, {
      name: 'Somebody else here has this name.',
    })
  const personId = await personFor(tx, before.id, before.personId, before.name, { name, part: before.part })
  await tx.participant.update({ where: { id: before.id }, data: { name, personId } })
  await showAgain(tx, revision, before.id)
  const after = await keptParticipant(tx, interviewId, before.id)
  const summary = `Renamed “${before.name}” to “${name}”`
  const nothing = { turns: [], removed: [], claims: [], notes: [] }
  await addStep(
    tx,
    { ...head, summary },
    { ...nothing, participants: [before] },
    { ...nothing, participants: after ? [after] : [] },
  )
  return [
    {
      action: 'transcript.corrected',
      subject: summary,
      interviewId,
      before: { name: before.name },
      after: { name, step: head.id, kind: head.kind },
    },
  ]
}

/** A participant as a step keeps it; null where there is none of that id. */
export async function keptParticipant(
  tx: Tx,
  interviewId: string,
  participantId: string,
): Promise<KeptParticipant | null> {
  const row = await tx.participant.findFirst({
    where: { id: participantId, interviewId },
    select: { id: true, name: true, part: true, personId: true, person: { select: { name: true } } },
  })
  if (!row) return null
  const { person, ...participant } = row
  return person ? { ...participant, personName: person.name } : participant
}
