import 'server-only'
import type { KeptParticipant } from '@/claims/kept-state'
import { keptParticipant } from '@/claims/rename-everywhere'
import type { StepHead } from '@/claims/store-correction'
import type { Tx } from '@/platform/db'
import { Conflict } from '@/platform/errors'
import { showAgain } from '@/transcripts/participant-for'

type Sides = { before: KeptParticipant[]; after: KeptParticipant[] }

/**
 * Gives participants back the names that they had before a step, and makes those anew that an undo had dropped.
 * @returns what the undo itself has to keep: its own before and after.
 * @throws Conflict where somebody was named otherwise since.
 */
export async function restoreNames(
  tx: Tx,
  { interviewId, revision }: Pick<StepHead, 'interviewId' | 'revision'>,
  before: readonly KeptParticipant[],
  after: readonly KeptParticipant[],
): Promise<Sides> {
  for (const was of before) {
    const left = after.find(({ id }) => id === was.id)
    const now = await keptParticipant(tx, interviewId, was.id)
    if (!left) {
      if (!now) await makeAgain(tx, interviewId, was)
      continue
    }
    if (now?.name !== left.name || now.personId !== left.personId)
      throw new Conflict('This speaker was given another name since. Rename them instead.')
    if (was.personId !== null && was.personId === left.personId && was.personName !== undefined)
      await tx.person.updateMany({
        where: { id: was.personId, ...(left.personName === undefined ? {} : { name: left.personName }) },
        data: { name: was.personName },
      })
    await tx.participant.update({ where: { id: was.id }, data: { name: was.name, personId: was.personId } })
    await showAgain(tx, revision, was.id)
  }
  return { before: [...after], after: [...before] }
}

async function makeAgain(tx: Tx, interviewId: string, was: KeptParticipant): Promise<void> {
  const last = await tx.participant.aggregate({ where: { interviewId }, _max: { position: true } })
  const { id, name, part, personId } = was
  await tx.participant.create({
    data: { id, interviewId, name, part, personId, position: (last._max.position ?? -1) + 1 },
  })
}

/** Takes out the participants that the step had made, unless somebody gave them turns or another name since. */
export async function dropMade(
  tx: Tx,
  before: readonly KeptParticipant[],
  after: readonly KeptParticipant[],
): Promise<void> {
  for (const { id, name, personId } of after)
    if (!before.some((was) => was.id === id))
      await tx.participant.deleteMany({ where: { id, name, personId, turns: { none: {} } } })
}
