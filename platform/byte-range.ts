import 'server-only'
import type { Readable } from 'node:stream'
import { parseRange } from '@/platform/range-header'
import { BODY_LENGTH } from '@/platform/response-framing'
import type { StoredFile } from '@/platform/storage/file-store'

/** What a file's answer says besides its bytes. */
export type FileAnswer = {
  /** Strong entity tag without quotes; the SHA-256 of the bytes is one. */
  etag?: string
  /** `Cache-Control`; `private, no-cache` unless the file is public. */
  cacheControl?: string
  /** What a browser that saves the file calls it, without its ending. */
  name?: string
}

/**
 * Answers GET and HEAD for a stored file: 200, 206 with one range, 304 where the browser holds it, 416 past its end.
 * Memory stays flat: bytes are read as the connection takes them, and the file is closed when the reader goes away.
 */
export function fileResponse(
  file: StoredFile,
  mime: string,
  request: Request,
  answer: FileAnswer = {},
): Response {
  const { bytes } = file
  const etag = answer.etag === undefined ? null : `"${answer.etag}"`
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': answer.cacheControl ?? 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
  })
  if (etag) headers.set('ETag', etag)
  if (etag && holds(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers })

  headers.set('Content-Type', mime)
  if (answer.name) headers.set('Content-Disposition', `inline; filename="${fileName(answer.name, mime)}"`)
  // If-Range with anything but this very tag means the browser's half is of another file: send the whole (RFC 9110, 13.1.5).
  const ifRange = request.headers.get('if-range')
  const range =
    ifRange !== null && ifRange !== etag
      ? ({ kind: 'whole' } as const)
      : parseRange(request.headers.get('range'), bytes)

  if (range.kind === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const start = range.kind === 'part' ? range.start : 0
  const end = range.kind === 'part' ? range.end : bytes - 1
  headers.set(BODY_LENGTH, String(end - start + 1))
  if (range.kind === 'part') headers.set('Content-Range', `bytes ${start}-${end}/${bytes}`)
  const empty = request.method === 'HEAD' || end < start
  return new Response(empty ? null : streamOf(file, start, end), {
    status: range.kind === 'part' ? 206 : 200,
    headers,
  })
}

/** True where an If-None-Match header names the tag; the comparison is weak (RFC 9110, 13.1.2). */
function holds(header: string | null, etag: string): boolean {
  if (header === null) return false
  if (header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

const ENDINGS: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'image/jpeg': 'jpg',
}

/** A name that needs no quoting and cannot leave its quotes. */
function fileName(name: string, mime: string): string {
  const ending = ENDINGS[mime] ?? mime.slice(mime.indexOf('/') + 1).replace(/[^a-z0-9]/g, '')
  return `${name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100) || 'file'}.${ending}`
}

/** The file is opened with the first pull, so an answer that nobody reads holds nothing open. */
function streamOf(file: StoredFile, start: number, end: number): ReadableStream<Uint8Array> {
  let open: { stream: Readable; chunks: AsyncIterator<Buffer> } | null = null
  let left = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!open) {
          const stream = await file.read(start, end)
          if (left) stream.destroy()
          open = { stream, chunks: stream[Symbol.asyncIterator]() }
        }
        const next = await open.chunks.next()
        if (left) return
        if (next.done) controller.close()
        else controller.enqueue(new Uint8Array(next.value))
      },
      cancel() {
        left = true
        open?.stream.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
