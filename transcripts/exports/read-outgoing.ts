import 'server-only'
import { db, type Reader } from '@/platform/db'
import { directionOf } from '@/transcripts/language'
import { isId } from '@/transcripts/schema'
import type { OutgoingTranscript } from './outgoing'
import type { TurnCounts } from './write-transcript'

/** The interview's transcript as it leaves: null where there is no such interview. Without a transcript it has no turns. */
export async function readOutgoing(
  which: { id: string } | { slug: string },
  reader: Reader = db(),
): Promise<OutgoingTranscript | null> {
  if ('id' in which && !isId(which.id)) return null
  const row = await reader.interview.findUnique({
    where: which,
    select: {
      title: true,
      slug: true,
      happenedOn: true,
      place: true,
      platform: true,
      language: true,
      participants: { orderBy: { position: 'asc' }, select: { name: true, part: true } },
      transcript: {
        select: {
          turns: {
            orderBy: { position: 'asc' },
            select: {
              participant: { select: { name: true } },
              text: true,
              startMs: true,
              endMs: true,
              wordStarts: true,
              wordEnds: true,
              wordEstimated: true,
            },
          },
        },
      },
    },
  })
  if (!row) return null
  const { transcript, happenedOn, ...facts } = row
  return {
    ...facts,
    happenedOn: happenedOn?.toISOString().slice(0, 10) ?? null,
    direction: directionOf(facts.language),
    turns: (transcript?.turns ?? []).map(({ participant, ...turn }) => ({
      speaker: participant?.name ?? null,
      ...turn,
    })),
  }
}

/** How many turns an interview has, and how many of them without times: enough to say which formats it can leave in. */
export async function countOutgoing(interviewId: string, reader: Reader = db()): Promise<TurnCounts> {
  const inInterview = { transcript: { interviewId } }
  const [total, untimed] = await Promise.all([
    reader.turn.count({ where: inInterview }),
    reader.turn.count({ where: { ...inInterview, wordStarts: { isEmpty: true } } }),
  ])
  return { total, untimed }
}

/** The addresses of all interviews that have a transcript, oldest first. */
export async function outgoingSlugs(reader: Reader = db()): Promise<string[]> {
  const rows = await reader.interview.findMany({
    where: { transcript: { isNot: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { slug: true },
  })
  return rows.map((row) => row.slug)
}
