import 'server-only'
import type { Tx } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { personsNamed } from '@/transcripts/persons'
import type { SpeakerChoice } from '@/transcripts/schema'
import { namesAPerson } from '@/transcripts/speakers'

/** `made` is true where there was nobody of that name yet. */
export type ChosenSpeaker = { id: string | null; name: string | null; made: boolean }

/**
 * The participant that a choice means: a name that nobody in the interview has makes one, and the person behind them; a
 * name somebody has is that participant. The interview must be locked: one name given twice at once makes one participant.
 * @throws NotFound where the participant is not of this interview.
 */
export async function participantFor(
  tx: Tx,
  interviewId: string,
  speaker: SpeakerChoice,
): Promise<ChosenSpeaker> {
  if (speaker === null) return { id: null, name: null, made: false }
  const known = await tx.participant.findFirst({
    where: {
      interviewId,
      ...('participantId' in speaker ? { id: speaker.participantId } : { name: speaker.name }),
    },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
  if (known) return { ...known, made: false }
  if ('participantId' in speaker) throw new NotFound('There is no such participant in this interview.')
  const { name, part } = speaker
  const last = await tx.participant.aggregate({ where: { interviewId }, _max: { position: true } })
  const personId = namesAPerson(name, part) ? ((await personsNamed(tx, [name])).get(name) ?? null) : null
  const made = await tx.participant.create({
    data: { interviewId, personId, name, part, position: (last._max.position ?? -1) + 1 },
    select: { id: true, name: true },
  })
  return { ...made, made: true }
}

/** Turns and claims show a speaker's name: colleagues get them anew. */
export async function showAgain(tx: Tx, revision: number, participantId: string): Promise<void> {
  await tx.turn.updateMany({ where: { participantId }, data: { revision } })
  await tx.claim.updateMany({ where: { firstTurn: { participantId } }, data: { revision } })
}
