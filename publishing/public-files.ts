import { BODY_LENGTH } from '@/platform/response-framing'
import 'server-only'
import { createReadStream } from 'node:fs'
import { openFile } from '@/platform/storage'
import { parseRange } from '@/publishing/byte-range'
import { publicHeaders } from '@/publishing/public-headers'

/**
 * Answers a GET or HEAD with a stored file, in ranges where asked: recordings are listened to from the middle. The validator is
 * the file's hash, so a range is never joined to bytes of another recording (If-Range). Null where the bytes are not kept here.
 */
export async function fileResponse(request: Request, hash: string, mime: string): Promise<Response | null> {
  const file = await openFile(hash)
  if (!file) return null
  const etag = `"${hash}"`
  const headers = publicHeaders(200)
  headers.delete('Vary')
  headers.set('ETag', etag)
  headers.set('Accept-Ranges', 'bytes')
  headers.set('Content-Type', mime)
  // Kept by browsers, but asked about each time: what was taken down must not play on.
  headers.set('Cache-Control', 'public, max-age=0, s-maxage=10, must-revalidate')
  const known = request.headers.get('if-none-match')
  if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers })
  }
  const condition = request.headers.get('if-range')
  const ranged = condition === null || condition.trim() === etag ? request.headers.get('range') : null
  const range = parseRange(ranged, file.bytes)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.bytes}`)
    headers.delete('Content-Type')
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.bytes - 1 } : range
  headers.set(BODY_LENGTH, String(end - start + 1))
  if (range !== 'whole') headers.set('Content-Range', `bytes ${start}-${end}/${file.bytes}`)
  const body = request.method === 'HEAD' || end < start ? null : streamOf(file.path, start, end)
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers })
}

function streamOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  const source = createReadStream(path, { start, end, highWaterMark: 64 * 1024 })
  const reader = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.next()
        if (done) controller.close()
        else controller.enqueue(new Uint8Array(value))
      },
      cancel() {
        source.destroy() // the listener went elsewhere
      },
    },
    { highWaterMark: 0 },
  )
}
