import { route } from '@/app/_boundary/route'
import { Invalid } from '@/platform/errors'
import { chunksOf } from '@/platform/web-stream'
import { discardUpload } from '@/transcripts/discard-upload'
import { receiveChunk } from '@/transcripts/receive-chunk'
import { MOST_RECORDING_BYTES } from '@/transcripts/recording-size'
import { byteCount, TUS_CHUNK_TYPE } from '@/transcripts/tus'
import { ownUpload, UPLOAD_DAYS_MS } from '@/transcripts/upload-store'
import { otherVersion, tusAnswer, uploadIn } from '../tus-answer'

/** How far it has come: where a browser goes on. */
export const HEAD = route(
  async ({ request, params, actor }) => {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    const { received, bytes, updatedAt } = await ownUpload(actor, uploadIn(params))
    return tusAnswer(200, {
      'Upload-Offset': String(received),
      'Upload-Length': String(bytes),
      'Upload-Expires': new Date(updatedAt.getTime() + UPLOAD_DAYS_MS).toUTCString(),
      'Cache-Control': 'no-store',
    })
  },
  { maxBytes: 0 },
)

/** Takes the next bytes. */
export const PATCH = route(
  async ({ request, params, actor }) => {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    if (request.headers.get('content-type') !== TUS_CHUNK_TYPE) return tusAnswer(415)
    const offset = byteCount(request.headers.get('upload-offset'))
    if (offset === null) throw new Invalid('Upload-Offset says at which byte this part begins.')
    const received = await receiveChunk(actor, uploadIn(params), offset, chunksOf(request.body))
    return tusAnswer(204, { 'Upload-Offset': String(received) })
  },
  { maxBytes: MOST_RECORDING_BYTES },
)

/** Gives it up (tus: termination). */
export const DELETE = route(
  async ({ request, params, actor }) => {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    await discardUpload(actor, uploadIn(params))
    return tusAnswer(204)
  },
  { maxBytes: 0 },
)
