import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, NotFound } from '@/platform/errors'
import { showAgain } from '@/transcripts/participant-for'
import { personsNamed } from '@/transcripts/persons'
import { canEditInterview } from '@/transcripts/policy'
import { type ParticipantFields, saveParticipantSchema } from '@/transcripts/schema'
import { namesAPerson } from '@/transcripts/speakers'
import { bumpRevision } from '@/transcripts/store'

/**
 * Changes who a participant is. A person who appears nowhere else is renamed with them; otherwise the new name links to
 * the person who has it, and who is made where there is none. Affiliation and description belong to that person.
 * @returns the interview's new revision.
 * @throws Conflict with `current` (ParticipantFields) where it no longer stands as the form showed it.
 */
export const saveParticipant = command({
  input: saveParticipantSchema,
  load: async (tx, input) => {
    // Raised first: it locks the interview, so that two people's changes are compared one after the other.
    const revision = await bumpRevision(tx, input.interviewId)
    const row = await tx.participant.findFirst({
      where: { id: input.participantId, interviewId: input.interviewId },
      include: { person: true },
    })
    if (!row) throw new NotFound('There is no such participant in this interview.')
    const { name, part, person, personId } = row
    const fields: ParticipantFields = {
      name,
      part,
      affiliation: person?.affiliation ?? '',
      description: person?.description ?? '',
    }
    return { revision, personId, fields }
  },
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input, loaded }) => {
    const { interviewId, participantId, seen, ...after } = input
    if (!same(seen, loaded.fields))
      throw new Conflict('Somebody else changed this participant while you were writing.', loaded.fields)
    const personId = await personFor(tx, participantId, loaded.personId, loaded.fields.name, after)
    await tx.participant.update({
      where: { id: participantId },
      data: { name: after.name, part: after.part, personId },
    })
    if (after.name !== loaded.fields.name) await showAgain(tx, loaded.revision, participantId)
    if (personId !== null)
      await tx.person.update({
        where: { id: personId },
        data: { affiliation: after.affiliation, description: after.description },
      })
    return {
      value: { revision: loaded.revision },
      audit: [
        { action: 'participant.saved', subject: after.name, interviewId, before: loaded.fields, after },
      ],
    }
  },
})

function same(a: ParticipantFields, b: ParticipantFields): boolean {
  return (
    a.name === b.name &&
    a.part === b.part &&
    a.affiliation === b.affiliation &&
    a.description === b.description
  )
}

/** The person behind the participant after the change; null for a voice without a name of its own. */
export async function personFor(
  tx: Tx,
  participantId: string,
  personId: string | null,
  oldName: string,
  after: Pick<ParticipantFields, 'name' | 'part'>,
): Promise<string | null> {
  if (personId !== null && after.name === oldName) return personId
  if (!namesAPerson(after.name, after.part)) return null
  const known = await tx.person.findFirst({ where: { name: after.name }, orderBy: { createdAt: 'asc' } })
  if (!known && personId !== null && (await appearsOnlyHere(tx, participantId, personId))) {
    await tx.person.update({ where: { id: personId }, data: { name: after.name } })
    return personId
  }
  return (await personsNamed(tx, [after.name])).get(after.name) ?? null
}

async function appearsOnlyHere(tx: Tx, participantId: string, personId: string): Promise<boolean> {
  const elsewhere = await tx.participant.count({ where: { personId, id: { not: participantId } } })
  const claims = await tx.claim.count({ where: { claimantId: personId } })
  const expertise = await tx.evidence.count({ where: { expertId: personId } })
  return elsewhere + claims + expertise === 0
}
