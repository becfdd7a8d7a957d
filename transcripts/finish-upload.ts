import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { Conflict } from '@/platform/errors'
import { keepArrived } from '@/platform/storage'
import { incomingBytes, incomingPath, removeIncoming } from '@/platform/storage/incoming'
import { asOnlyWriter } from '@/transcripts/receive-chunk'
import { recordingLengthMs } from '@/transcripts/recording-length'
import { setRecording } from '@/transcripts/set-recording'
import { ownUpload, type UploadPlace } from '@/transcripts/upload-store'

type Finished = { revision: number | null }

/** A browser that lost the answer asks again while the first asking is still being worked on. */
const finishing = new Map<string, Promise<Finished>>()

/**
 * Makes an upload that has arrived whole the interview's recording, measured and kept by its hash. Asking twice is asking once.
 * @returns the interview's new revision; null where it was done before.
 * @throws Conflict where bytes are missing, Forbidden, NotFound.
 */
export async function finishUpload(actor: Actor, place: UploadPlace): Promise<Finished> {
  await ownUpload(actor, place)
  const known = finishing.get(place.uploadId)
  if (known) return known
  const work = asOnlyWriter(place.uploadId, () => finish(actor, place))
  finishing.set(place.uploadId, work)
  try {
    return await work
  } finally {
    finishing.delete(place.uploadId)
  }
}

async function finish(actor: Actor, place: UploadPlace): Promise<Finished> {
  const { id, interviewId, bytes, received, mime, doneAt } = await ownUpload(actor, place)
  if (doneAt) return { revision: null }
  if (received < bytes || mime === null || (await incomingBytes(id)) !== bytes)
    throw new Conflict('Some of the file has not arrived yet. Choose it again to go on.')
  const durationMs = await recordingLengthMs(incomingPath(id))
  const kept = await keepArrived(id)
  const done = await setRecording({ ...kept, mime, durationMs, uploadId: id })(actor, { interviewId })
  await removeIncoming(id)
  return done
}
