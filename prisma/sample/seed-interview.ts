import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { saveBackground } from '@/claims/save-background'
import { db } from '@/platform/db'
import { keepLocalFile } from '@/platform/storage'
import type { Sample } from '@/prisma/sample/sample'
import { sampleId } from '@/prisma/sample/sample-id'
import type { SampleMembers } from '@/prisma/sample/seed-members'
import { loadTranscript } from '@/transcripts/load-transcript'
import type { ParsedTranscript } from '@/transcripts/model'

/** The sample's interview in the database: ids of its turns in order. */
export type SeededInterview = { id: string; turnIds: string[] }

/** Loads the sample's transcript, recording, picture, credits and background notes, or finds them. */
export async function loadSampleInterview(
  sample: Sample,
  { reporter, editor }: SampleMembers,
): Promise<SeededInterview> {
  const { interview } = sample
  const known = await db().interview.findUnique({ where: { slug: interview.slug }, select: { id: true } })
  const id = known?.id ?? (await load(sample, reporter)).id
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId: id } },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const turnIds = turns.map((turn) => turn.id)
  await about(sample, id)
  if ((await db().backgroundNote.count({ where: { interviewId: id } })) === 0)
    for (const note of sample.background)
      await saveBackground(editor, {
        interviewId: id,
        noteId: null,
        requestId: sampleId('background', note.turn),
        version: null,
        turnId: turnIds[note.turn],
        title: note.title,
        body: note.body,
        approved: true,
      })
  return { id, turnIds }
}

function load({ interview }: Sample, reporter: SampleMembers['reporter']): Promise<{ id: string }> {
  const names = new Map(interview.participants.map((participant) => [participant.key, participant.name]))
  const parsed: ParsedTranscript = {
    format: 'claimline-sample',
    encoding: 'utf-8',
    meta: {},
    cues: [],
    problems: [],
    turns: interview.turns.map((turn) => ({
      speaker: names.get(turn.speaker) ?? null,
      startMs: turn.wordStarts[0] ?? null,
      endMs: turn.wordEnds.at(-1) ?? null,
      text: turn.text,
      wordStarts: turn.wordStarts,
      wordEnds: turn.wordEnds,
      wordEstimated: turn.wordStarts.map(() => false),
    })),
  }
  const contentHash = createHash('sha256').update(JSON.stringify(interview.turns)).digest('hex')
  return loadTranscript({ parsed, fileName: 'interview.json', contentHash })(reporter, {
    title: interview.title,
    slug: interview.slug,
    happenedOn: interview.happenedOn,
    place: interview.place,
    platform: interview.platform,
    language: interview.language,
    standfirst: interview.standfirst,
    format: null,
    loadAgain: false,
    speakers: interview.participants.map(({ name, part }) => ({ label: name, name, part })),
  })
}

/** What has no form of its own to come through: credits, files and what is known of the people. */
async function about({ interview, recordingPath, picturePath }: Sample, interviewId: string): Promise<void> {
  const recording = await keepLocalFile(recordingPath)
  const picture = await keepLocalFile(picturePath)
  const credits = [
    ...interview.byline.map((name) => ({ name, part: 'byline' as const })),
    ...interview.contributors.map((name) => ({ name, part: 'contributor' as const })),
  ]
  await db().$transaction(async (tx) => {
    await tx.interview.update({ where: { id: interviewId }, data: { dateline: interview.dateline } })
    for (const [position, credit] of credits.entries())
      await tx.credit.upsert({
        where: { interviewId_position: { interviewId, position } },
        create: { interviewId, position, ...credit },
        update: {},
      })
    await tx.recording.upsert({
      where: { interviewId },
      create: {
        interviewId,
        fileHash: recording.hash,
        mime: interview.recording.mime,
        bytes: recording.bytes,
        durationMs: interview.recording.durationMs,
      },
      update: {},
    })
    await tx.picture.upsert({
      where: { interviewId },
      create: {
        interviewId,
        fileHash: picture.hash,
        ...pictureFacts(picturePath),
        alt: interview.picture.alt,
        caption: interview.picture.caption,
        credit: interview.picture.credit,
      },
      update: {},
    })
    for (const { name, affiliation, description } of interview.persons)
      await tx.person.updateMany({ where: { name }, data: { affiliation, description } })
  })
}

/** Type and size in pixels of the sample's own WebP: a lossless one, whose header holds both (RFC 9649, section 3.4). */
function pictureFacts(file: string): { mime: string; width: number; height: number } {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 8, 16) !== 'WEBPVP8L')
    throw new Error('The sample picture is not a lossless WebP.')
  const packed = bytes.readUInt32LE(21)
  return { mime: 'image/webp', width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
}
