import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { Conflict, Invalid, TooLarge } from '@/platform/errors'
import { writeIncoming } from '@/platform/storage/incoming'
import { firstBytes } from '@/transcripts/first-bytes'
import { RECORDING_HEAD_BYTES, requireRecording } from '@/transcripts/recording-file'
import { requireRoom } from '@/transcripts/upload-room'
import { noteReceived, ownUpload, removeUpload, type UploadPlace } from '@/transcripts/upload-store'

const MOST_READ_OUT = 16 * 1024 * 1024

/** Who writes to an upload now. A browser whose connection broke is back before we hear of it: the newer one goes on. */
const writers = new Map<string, { stop: () => void; ended: Promise<void> }>()

/**
 * Takes bytes of an upload from `offset` on. What arrived before a connection broke counts; the browser goes on from there.
 * The first bytes decide whether this is a recording at all, before anything is written.
 * @returns bytes received so far, all of them on disk.
 * @throws Invalid where it is no recording, or the first part is too short to tell, Conflict where the offset is another, TooLarge, Forbidden, NotFound.
 */
export async function receiveChunk(
  actor: Actor,
  place: UploadPlace,
  offset: number,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  await ownUpload(actor, place) // before somebody else's connection is stopped
  return asOnlyWriter(place.uploadId, async (stopped) => {
    const upload = await ownUpload(actor, place)
    if (upload.doneAt) throw new Conflict('This upload is finished already.')
    if (offset !== upload.received)
      throw new Conflict(`This upload goes on at byte ${upload.received}, not ${offset}.`)
    await requireRoom(upload.bytes - offset)
    let { mime } = upload
    let chunks: AsyncIterable<Uint8Array> = limited(until(source, stopped), upload.bytes - offset)
    if (mime === null) {
      const enough = Math.min(RECORDING_HEAD_BYTES, upload.bytes)
      const { head, all } = await firstBytes(chunks, enough)
      // No reason to give the upload up: nothing was said about the file yet, for good or bad.
      if (head.length < enough)
        throw new Invalid(`The first part must have at least ${enough} bytes, to tell what the file is.`)
      try {
        mime = requireRecording(head)
      } catch (refusal) {
        await removeUpload(upload.id)
        await readOut(all) // a browser that is still sending would see a broken connection instead of the reason
        throw refusal
      }
      chunks = all
    }
    const { bytes, failure } = await writeIncoming(upload.id, offset, chunks)
    await noteReceived(upload.id, offset, { received: bytes, mime })
    if (failure) throw failure
    return bytes
  })
}

/** Waits until nobody writes to the upload, and keeps everybody away while `work` runs. */
export async function asOnlyWriter<T>(
  uploadId: string,
  work: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let other = writers.get(uploadId); other; other = writers.get(uploadId)) {
    other.stop()
    await other.ended
  }
  const controller = new AbortController()
  const running = work(controller.signal)
  const ended = running.then(
    () => undefined,
    () => undefined, // told to whoever asked for the work
  )
  const own = {
    stop: () => controller.abort(new Conflict('Another connection goes on with this upload.')),
    ended,
  }
  writers.set(uploadId, own)
  try {
    return await running
  } finally {
    if (writers.get(uploadId) === own) writers.delete(uploadId)
  }
}

/** The source's chunks until somebody says stop, also while a chunk is waited for that never comes. */
async function* until(source: AsyncIterable<Uint8Array>, stopped: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  const stop = new Promise<never>((_, reject) => {
    stopped.addEventListener('abort', () => reject(stopped.reason))
  })
  stop.catch(() => undefined) // it matters only while a chunk is waited for
  try {
    for (;;) {
      stopped.throwIfAborted()
      const next = await Promise.race([iterator.next(), stop])
      if (next.done) return
      yield next.value
    }
  } finally {
    void iterator.return?.() // not waited for: it answers only once the dead connection does
  }
}

/** The rest of a part; past what one part holds it is the sender's loss. */
async function readOut(source: AsyncIterable<Uint8Array>): Promise<void> {
  let length = 0
  for await (const chunk of source) {
    length += chunk.length
    if (length > MOST_READ_OUT) return
  }
}

async function* limited(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of source) {
    length += chunk.length
    if (length > most) throw new TooLarge('More bytes arrived than were announced. Choose the file again.')
    yield chunk
  }
}
