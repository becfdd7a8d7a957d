import 'server-only'
import { db, type Reader } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { embedOfRow } from '@/transcripts/embed'
import { directionOf } from '@/transcripts/language'
import { canChangeSlug } from '@/transcripts/policy'
import { isId } from '@/transcripts/schema'
import type {
  AnchorTurn,
  EarlierLoad,
  InterviewHead,
  InterviewLine,
  PersonName,
  TurnView,
  WordTimes,
} from '@/transcripts/views'

/** Every interview at the desk, newest first. */
export async function listInterviews(reader: Reader = db()): Promise<InterviewLine[]> {
  const [interviews, counts] = await Promise.all([
    reader.interview.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        slug: true,
        title: true,
        happenedOn: true,
        createdAt: true,
        transcript: { select: { wordCount: true, durationMs: true } },
        publications: {
          orderBy: { number: 'desc' },
          take: 1,
          select: { number: true, kind: true, publishedAt: true },
        },
      },
    }),
    reader.claim.groupBy({ by: ['interviewId', 'status'], _count: true, orderBy: { status: 'asc' } }),
  ])
  return interviews.map(({ transcript, publications: [newest], ...interview }) => ({
    id: interview.id,
    slug: interview.slug,
    title: interview.title,
    happenedOn: dayOf(interview.happenedOn),
    createdAt: interview.createdAt.toISOString(),
    wordCount: transcript?.wordCount ?? 0,
    durationMs: transcript?.durationMs ?? null,
    claims: counts
      .filter((row) => row.interviewId === interview.id)
      .map((row) => ({ status: row.status, count: row._count })),
    publication: newest
      ? { number: newest.number, takenDown: newest.kind === 'takedown', at: newest.publishedAt.toISOString() }
      : null,
  }))
}

/** The interview's own fields, people, media and transcript facts; null where there is none of that id. */
export async function interviewHead(id: string, reader: Reader = db()): Promise<InterviewHead | null> {
  if (!isId(id)) return null
  const row = await reader.interview.findUnique({
    where: { id },
    include: {
      credits: { orderBy: { position: 'asc' } },
      picture: true,
      recording: true,
      transcript: { include: { createdBy: { select: { name: true } } } },
      participants: {
        orderBy: { position: 'asc' },
        include: { person: true, _count: { select: { turns: true } } },
      },
      publications: { orderBy: { number: 'desc' }, take: 1, select: { number: true, kind: true } },
      _count: { select: { publications: true } },
    },
  })
  if (!row) return null
  const { recording, picture, transcript, publications } = row
  const credited = (part: string) => row.credits.filter((credit) => credit.part === part).map((c) => c.name)
  const newest = publications[0]
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    standfirst: row.standfirst,
    dateline: row.dateline,
    happenedOn: dayOf(row.happenedOn),
    place: row.place,
    platform: row.platform,
    language: row.language,
    direction: directionOf(row.language),
    embargoUntil: row.embargoUntil?.toISOString() ?? null,
    bylines: credited('byline'),
    contributors: credited('contributor'),
    revision: row.revision,
    version: row.version,
    recordingUrl: recording?.fileHash ? `/api/interviews/${id}/recording` : (recording?.url ?? null),
    recordingMime: recording?.mime ?? null,
    recording: recording && {
      external: recording.url !== null,
      embed: embedOfRow(recording),
      mime: recording.mime,
      bytes: recording.bytes,
      durationMs: recording.durationMs,
    },
    picture: picture && {
      // The hash makes the address new when the picture is.
      url: `/api/interviews/${id}/picture?${picture.fileHash.slice(0, 12)}`,
      mime: picture.mime,
      width: picture.width,
      height: picture.height,
      alt: picture.alt,
      caption: picture.caption,
      credit: picture.credit,
    },
    participants: row.participants.map((participant) => ({
      id: participant.id,
      name: participant.name,
      part: participant.part,
      sourceLabel: participant.sourceLabel,
      personId: participant.personId,
      affiliation: participant.person?.affiliation ?? '',
      description: participant.person?.description ?? '',
      turns: participant._count.turns,
    })),
    transcript: transcript && {
      format: transcript.format,
      encoding: transcript.encoding,
      fileName: transcript.fileName,
      wordCount: transcript.wordCount,
      machineMade: transcript.machineMade,
      durationMs: transcript.durationMs,
      loadedAt: transcript.createdAt.toISOString(),
      loadedBy: transcript.createdBy?.name ?? null,
    },
    published: newest && newest.kind !== 'takedown' ? newest.number : null,
    canChangeSlug: canChangeSlug({ publications: row._count.publications }),
  }
}

export async function hasInterview(id: string, reader: Reader = db()): Promise<boolean> {
  return isId(id) && (await reader.interview.count({ where: { id } })) === 1
}

/** All turns of an interview in order, without word times. */
export async function workspaceTurns(interviewId: string, reader: Reader = db()): Promise<TurnView[]> {
  const rows = await reader.turn.findMany({
    where: { transcript: { interviewId } },
    orderBy: { position: 'asc' },
    select: TURN_COLUMNS,
  })
  return rows.map(turnView)
}

/**
 * The turns as the workspace shows them. `revision` is the interview's, read before them: what changes meanwhile comes again
 * with the next question for changes. @throws NotFound
 */
export async function shownTranscript(
  interviewId: string,
  reader: Reader = db(),
): Promise<{ revision: number; turns: Pick<TurnView, 'id' | 'speaker' | 'text' | 'startMs'>[] }> {
  const interview = isId(interviewId)
    ? await reader.interview.findUnique({ where: { id: interviewId }, select: { revision: true } })
    : null
  if (!interview) throw new NotFound('There is no such interview.')
  const turns = await workspaceTurns(interviewId, reader)
  return {
    revision: interview.revision,
    turns: turns.map(({ id, speaker, text, startMs }) => ({ id, speaker, text, startMs })),
  }
}

/** Places of these turns in their transcripts. */
export async function turnPositions(
  turnIds: readonly string[],
  reader: Reader = db(),
): Promise<Map<string, number>> {
  const rows = await reader.turn.findMany({
    where: { id: { in: [...new Set(turnIds)] } },
    select: { id: true, position: true },
  })
  return new Map(rows.map(({ id, position }) => [id, position]))
}

/** Word times by turn; turns without times are left out. */
export async function wordTimes(interviewId: string, reader: Reader = db()): Promise<WordTimes> {
  const rows = await reader.turn.findMany({
    where: { transcript: { interviewId }, NOT: { wordStarts: { isEmpty: true } } },
    orderBy: { position: 'asc' },
    select: { id: true, wordStarts: true, wordEnds: true },
  })
  return Object.fromEntries(rows.map((row) => [row.id, { starts: row.wordStarts, ends: row.wordEnds }]))
}

/**
 * The turns from one before the first to one after the last, in order. Empty where either turn is not of this
 * interview; where `lastTurnId` stands before `firstTurnId`, the order is taken as given and the list may be short.
 */
export async function turnsBetween(
  reader: Reader,
  interviewId: string,
  firstTurnId: string,
  lastTurnId: string,
): Promise<AnchorTurn[]> {
  const ends = await reader.turn.findMany({
    where: { id: { in: [firstTurnId, lastTurnId] }, transcript: { interviewId } },
    select: { id: true, position: true },
  })
  const first = ends.find((turn) => turn.id === firstTurnId)
  const last = ends.find((turn) => turn.id === lastTurnId)
  if (!first || !last) return []
  const rows = await reader.turn.findMany({
    where: { transcript: { interviewId }, position: { gte: first.position - 1, lte: last.position + 1 } },
    orderBy: { position: 'asc' },
    select: { ...TURN_COLUMNS, wordStarts: true, wordEnds: true },
  })
  return rows.map((row) => ({ ...turnView(row), wordStarts: row.wordStarts, wordEnds: row.wordEnds }))
}

/** Where an interview's recording or picture lies in storage; null where it has none of its own. */
export async function mediaFile(
  interviewId: string,
  kind: 'recording' | 'picture',
  reader: Reader = db(),
): Promise<{ hash: string; mime: string } | null> {
  if (!isId(interviewId)) return null
  const where = { where: { interviewId }, select: { fileHash: true, mime: true } }
  const row =
    kind === 'recording' ? await reader.recording.findUnique(where) : await reader.picture.findUnique(where)
  return row?.fileHash ? { hash: row.fileHash, mime: row.mime } : null
}

/** Earlier loads of exactly these bytes, newest first. */
export async function loadedBefore(contentHash: string, reader: Reader = db()): Promise<EarlierLoad[]> {
  const rows = await reader.transcript.findMany({
    where: { contentHash },
    orderBy: { createdAt: 'desc' },
    take: 5,
    select: {
      createdAt: true,
      createdBy: { select: { name: true } },
      interview: { select: { id: true, title: true } },
    },
  })
  return rows.map((row) => ({
    id: row.interview.id,
    title: row.interview.title,
    loadedAt: row.createdAt.toISOString(),
    loadedBy: row.createdBy?.name ?? null,
  }))
}

/** Known persons for a name field to propose, by name. Of several with one name it is the oldest that would be linked. */
export async function knownPersons(reader: Reader = db()): Promise<PersonName[]> {
  return reader.person.findMany({
    distinct: 'name',
    orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
    take: 2000,
    select: { name: true, affiliation: true },
  })
}

/** Every address in use, so that a form can offer a free one; the command checks again. */
export async function slugsStartingWith(slug: string, reader: Reader = db()): Promise<Set<string>> {
  const rows = await reader.interview.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  })
  return new Set(rows.map((row) => row.slug))
}

const TURN_COLUMNS = {
  id: true,
  position: true,
  text: true,
  startMs: true,
  endMs: true,
  participant: { select: { name: true } },
} as const

function turnView({
  participant,
  ...row
}: Omit<TurnView, 'speaker'> & { participant: { name: string } | null }): TurnView {
  return {
    id: row.id,
    position: row.position,
    speaker: participant?.name ?? null,
    text: row.text,
    startMs: row.startMs,
    endMs: row.endMs,
  }
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}
