import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { Invalid, Refusal, TooLarge } from '@/platform/errors'
import { chunksOf } from '@/platform/web-stream'

/** One file and the text fields that came with it. */
export type Upload = { bytes: Uint8Array; fileName: string; fields: Record<string, string> }

/** Text beside a file: decisions about a thousand speakers stay below this. */
const FIELD_BYTES = 1_000_000

/**
 * Reads a multipart form with exactly one file, named `file`, into memory as it arrives.
 * @param mostBytes largest file accepted; the rest of a larger one is not read.
 * @throws TooLarge, or Invalid where the body is no such form or broke off.
 */
export async function readUpload(request: Request, mostBytes: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type))
    throw new Invalid('Send the file as a form (multipart/form-data).')
  const chunks: Buffer[] = []
  const fields: Record<string, string> = {}
  let fileName: string | null = null
  let refusal: Refusal | null = null
  const form = parserFor(type, mostBytes)

  function refuse(reason: Refusal) {
    refusal ??= reason
    form.destroy(reason)
  }
  form.on('file', (name, stream, info) => {
    if (name !== 'file') return refuse(new Invalid('Send one file, in the field “file”.'))
    fileName = info.filename ?? ''
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('limit', () =>
      refuse(
        new TooLarge(`The file is too large. At most ${Math.floor(mostBytes / 1_000_000)} MB can be loaded.`),
      ),
    )
    // What broke the form breaks the file's stream too; the form's own error is what is reported.
    stream.on('error', () => undefined)
  })
  form.on('field', (name, value, info) => {
    if (info.valueTruncated) refuse(new TooLarge('What came with the file is too large.'))
    fields[name] = value
  })
  for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    form.on(event, () => refuse(new Invalid('Send one file at a time.')))

  try {
    await pipeline(Readable.from(chunksOf(request.body)), form)
  } catch (error) {
    throw reasonOf(refusal, error)
  }
  if (fileName === null) throw new Invalid('No file came with the form. Choose a file or paste a text.')
  return { bytes: Buffer.concat(chunks), fileName: fileNameOf(fileName), fields }
}

function parserFor(type: string, mostBytes: number) {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: mostBytes, fields: 10, fieldSize: FIELD_BYTES, parts: 12 },
    })
  } catch {
    throw new Invalid('The form names no boundary, so it cannot be read.')
  }
}

function reasonOf(refusal: Refusal | null, error: unknown): Error {
  if (refusal) return refusal
  if (error instanceof Refusal) return error
  if (error instanceof Error && error.cause instanceof Refusal) return error.cause
  return new Invalid('The upload broke off before its end, so nothing was read. Send it again.')
}

/** A name to show and to store: no folders, no control characters, never longer than a file system allows. */
function fileNameOf(sent: string): string {
  const name = (sent.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim()
  return name.slice(0, 255) || 'transcript'
}
