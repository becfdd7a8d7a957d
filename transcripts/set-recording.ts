import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { db, type Tx } from '@/platform/db'
import { Forbidden, Invalid, NotFound } from '@/platform/errors'
import { keepFile } from '@/platform/storage'
import { canEditInterview } from '@/transcripts/policy'
import { RECORDING_HEAD_BYTES, recordingMime } from '@/transcripts/recording-file'
import { interviewIdSchema, isId, recordingAddressSchema, recordingFileSchema } from '@/transcripts/schema'
import { bumpRevision } from '@/transcripts/store'

export const MOST_RECORDING_BYTES = 2_000_000_000

export type KeptRecording = { hash: string; bytes: number; mime: string }

/**
 * Keeps a recording as it arrives; memory stays flat. Refused before the first byte is stored where the actor may not,
 * there is no such interview, or the head is no audio or video.
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

  const sniffed = await sniff(source)
  const mime = recordingMime(sniffed.head)
  if (mime === null) {
    const message =
      'This is not an audio or video file that browsers play. Use MP3, M4A, WAV, Ogg, FLAC, MP4 or WebM.'
    throw new Invalid(message, { file: message })
  }
  return { mime, ...(await keepFile(sniffed.all, MOST_RECORDING_BYTES)) }
}

/** The command that gives an interview a kept recording. @returns the interview's new revision. */
export function setRecording({ hash, ...file }: KeptRecording) {
  return command({
    input: recordingFileSchema,
    load: loadRecording,
    allow: (actor: Actor) => canEditInterview(actor),
    run: async (tx, { input: { interviewId, durationMs }, loaded }) => {
      const data = { ...file, durationMs, fileHash: hash, url: null }
      await tx.recording.upsert({ where: { interviewId }, create: { interviewId, ...data }, update: data })
      return {
        value: { revision: loaded.revision },
        audit: [
          { action: 'recording.set', subject: file.mime, interviewId, before: loaded.recording, after: data },
        ],
      }
    },
  })
}

/** Says that the recording lives at an address of somebody else's. */
export const setRecordingAddress = command({
  input: recordingAddressSchema,
  load: loadRecording,
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId, url }, loaded }) => {
    const data = { url, fileHash: null, mime: mimeOfAddress(url), bytes: null, durationMs: null }
    await tx.recording.upsert({ where: { interviewId }, create: { interviewId, ...data }, update: data })
    return {
      value: { revision: loaded.revision },
      audit: [{ action: 'recording.set', subject: url, interviewId, before: loaded.recording, after: data }],
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

/** The first bytes of a stream, and the whole stream from its beginning. */
async function sniff(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < RECORDING_HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    chunks.push(next.value)
    length += next.value.length
  }
  return { head: Buffer.concat(chunks), all: rejoin(chunks, iterator) }
}

async function* rejoin(
  chunks: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
