import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { db, type Tx } from '@/platform/db'
import { Forbidden, Invalid, NotFound } from '@/platform/errors'
import { keepFile } from '@/platform/storage'
import { embedOf, NO_EMBED, watchAddress } from '@/transcripts/embed'
import { firstBytes } from '@/transcripts/first-bytes'
import { canEditInterview } from '@/transcripts/policy'
import { RECORDING_HEAD_BYTES, requireRecording } from '@/transcripts/recording-file'
import { recordingLengthMs } from '@/transcripts/recording-length'
import { MOST_RECORDING_BYTES } from '@/transcripts/recording-size'
import { interviewIdSchema, isId, recordingAddressSchema, recordingEmbedSchema } from '@/transcripts/schema'
import { bumpRevision } from '@/transcripts/store'
import { whileRoom } from '@/transcripts/upload-room'

/** A recording in storage. `durationMs` was measured here, or is null where that cannot be done. */
export type KeptRecording = {
  hash: string
  bytes: number
  mime: string
  durationMs: number | null
  /** The upload that it came by, which is done with this. */
  uploadId?: string
}

/**
 * Keeps a recording that comes in one request, as it arrives; memory stays flat. Refused before the first byte is stored where the
 * actor may not, there is no such interview, or the head is no audio or video. Browsers use uploads, which survive a broken
 * connection.
 * @throws Forbidden, NotFound, Invalid, TooLarge
 */
export async function keepRecording(
  actor: Actor,
  interviewId: string,
  source: AsyncIterable<Uint8Array>,
): Promise<KeptRecording> {
  const decision = canEditInterview(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const exists = isId(interviewId) && (await db().interview.count({ where: { id: interviewId } })) === 1
  if (!exists) throw new NotFound('There is no such interview. It may have been removed.')
  const { head, all } = await firstBytes(source, RECORDING_HEAD_BYTES)
  const mime = requireRecording(head)
  let durationMs: number | null = null
  const kept = await keepFile(whileRoom(all), MOST_RECORDING_BYTES, async (path) => {
    durationMs = await recordingLengthMs(path)
  })
  return { ...kept, mime, durationMs }
}

/** The command that gives an interview a kept recording. @returns the interview's new revision. */
export function setRecording({ hash, uploadId, ...file }: KeptRecording) {
  return command({
    input: interviewIdSchema,
    load: loadRecording,
    allow: (actor: Actor) => canEditInterview(actor),
    run: async (tx, { input: { interviewId }, loaded }) => {
      const data = { ...NOWHERE, ...file, fileHash: hash }
      await tx.recording.upsert({ where: { interviewId }, create: { interviewId, ...data }, update: data })
      if (uploadId) await tx.upload.update({ where: { id: uploadId }, data: { doneAt: now() } })
      return {
        value: { revision: loaded.revision },
        audit: [
          { action: 'recording.set', subject: file.mime, interviewId, before: loaded.recording, after: data },
        ],
      }
    },
  })
}

/** What a recording is not, before it is said what it is: of file, address and player it has one. */
const NOWHERE = {
  fileHash: null,
  url: null,
  embedProvider: null,
  embedId: null,
  bytes: null,
  durationMs: null,
}

/** Says that the recording lives at an address of somebody else's. */
export const setRecordingAddress = command({
  input: recordingAddressSchema,
  load: loadRecording,
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId, url }, loaded }) => {
    const data = { ...NOWHERE, url, mime: mimeOfAddress(url) }
    await tx.recording.upsert({ where: { interviewId }, create: { interviewId, ...data }, update: data })
    return {
      value: { revision: loaded.revision },
      audit: [{ action: 'recording.set', subject: url, interviewId, before: loaded.recording, after: data }],
    }
  },
})

/** Says that the recording is played by another's player, which readers load when they ask for it. */
export const setRecordingEmbed = command({
  input: recordingEmbedSchema,
  load: loadRecording,
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId, page }, loaded }) => {
    const embed = embedOf(page)
    if (!embed) throw new Invalid(NO_EMBED, { page: NO_EMBED })
    const data = { ...NOWHERE, embedProvider: embed.provider, embedId: embed.id, mime: 'text/html' }
    await tx.recording.upsert({ where: { interviewId }, create: { interviewId, ...data }, update: data })
    return {
      value: { revision: loaded.revision },
      audit: [
        {
          action: 'recording.set',
          subject: watchAddress(embed, 0),
          interviewId,
          before: loaded.recording,
          after: data,
        },
      ],
    }
  },
})

/** Takes the recording off the interview. Publications that play it keep its bytes. */
export const removeRecording = command({
  input: interviewIdSchema,
  load: loadRecording,
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId }, loaded }) => {
    if (!loaded.recording) throw new NotFound('The interview has no recording any more.')
    await tx.recording.delete({ where: { interviewId } })
    return {
      value: { revision: loaded.revision },
      audit: [
        {
          action: 'recording.removed',
          subject: loaded.recording.mime,
          interviewId,
          before: loaded.recording,
        },
      ],
    }
  },
})

async function loadRecording(tx: Tx, { interviewId }: { interviewId: string }) {
  const revision = await bumpRevision(tx, interviewId)
  const row = await tx.recording.findUnique({ where: { interviewId } })
  if (!row) return { revision, recording: null }
  const { interviewId: _, ...recording } = row
  return { revision, recording }
}

const BY_EXTENSION: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
}

/** What an address most likely plays; audio where it does not say, as players then simply try. */
function mimeOfAddress(url: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? ''
  return BY_EXTENSION[extension] ?? 'audio/mpeg'
}
