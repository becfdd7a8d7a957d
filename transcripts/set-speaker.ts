import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { NotFound } from '@/platform/errors'
import { participantFor } from '@/transcripts/participant-for'
import { canEditInterview } from '@/transcripts/policy'
import { setSpeakerSchema } from '@/transcripts/schema'
import { bumpRevision } from '@/transcripts/store'

/**
 * Says who speaks in the turns from one to another, both included. A name that nobody in the interview has makes a
 * participant, and the person behind them; a name somebody has is that participant. Claims on these turns come anew to
 * colleagues; an approval stands, but publication waits where it names another person (publishing/readiness.ts).
 * @returns the interview's new revision.
 * @throws NotFound where the turns or the participant are not of this interview.
 */
export const setSpeaker = command({
  input: setSpeakerSchema,
  load: async (tx, { interviewId, firstTurnId, lastTurnId }) => {
    // Raised first: it locks the interview, so that one name given twice at once makes one participant.
    const revision = await bumpRevision(tx, interviewId)
    const ends = await tx.turn.findMany({
      where: { id: { in: [firstTurnId, lastTurnId] }, transcript: { interviewId } },
      select: { transcriptId: true, position: true },
    })
    const [one, other = one] = ends
    if (!one || !other || ends.length !== new Set([firstTurnId, lastTurnId]).size)
      throw new NotFound('There are no such turns in this interview.')
    const range = {
      transcriptId: one.transcriptId,
      position: { gte: Math.min(one.position, other.position), lte: Math.max(one.position, other.position) },
    }
    const turns = await tx.turn.findMany({
      where: range,
      select: { participant: { select: { name: true } } },
      orderBy: { position: 'asc' },
    })
    return { revision, range, speakers: [...new Set(turns.map((turn) => turn.participant?.name ?? null))] }
  },
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId, speaker }, loaded: { revision, range, speakers } }) => {
    const chosen = await participantFor(tx, interviewId, speaker)
    const { count } = await tx.turn.updateMany({
      where: range,
      data: { participantId: chosen.id, version: { increment: 1 } },
    })
    await tx.claim.updateMany({ where: { interviewId, firstTurn: range }, data: { revision } })
    return {
      value: { revision },
      audit: [
        {
          action: 'turns.speaker-set',
          subject: chosen.name ?? 'No speaker',
          interviewId,
          before: { speakers },
          after: { speaker: chosen.name, turns: count },
        },
      ],
    }
  },
})
