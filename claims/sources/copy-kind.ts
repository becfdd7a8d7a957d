import 'server-only'
import { createReadStream } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { fileTypeFromFile } from 'file-type'
import { Invalid } from '@/platform/errors'

/** Most bytes of a copy; a recording of an hour at the quality of a broadcast. */
export const MOST_COPY_BYTES = 250_000_000

const HEAD_BYTES = 4096

/** Kinds that can be told by their signature and are worth keeping. Programs and disk images are not among them. */
const KEPT =
  /^(application\/(pdf|zip|rtf|json|xml|epub\+zip|x-cfb|vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-(excel|word|powerpoint))[\w.+-]*)|image\/(png|jpeg|webp|gif|avif|tiff|bmp|heic|heif|jxl|apng|svg\+xml)|audio\/.+|video\/.+|text\/.+)$/

/**
 * What kind of file lies at a path, by its bytes: its name is anybody's word.
 * @throws Invalid for what is not kept: programs, archives of programs, what nobody knows.
 */
export async function copyKind(path: string): Promise<string> {
  const head = await headOf(path)
  if (head.length === 0) throw refused('The file is empty.')
  if (isWarc(head)) return 'application/warc'
  const found = await fileTypeFromFile(path)
  if (found?.mime === 'application/gzip') {
    if (isWarc(unpackedHead(head))) return 'application/warc+gzip'
    throw notKept()
  }
  if (found) {
    if (KEPT.test(found.mime)) return found.mime
    throw notKept()
  }
  return textKind(head)
}

function textKind(head: Buffer): string {
  // UTF-16 has zeros in it, and says so with its mark.
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (!marked && head.includes(0)) throw notKept()
  const text = head.toString('latin1')
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/im.test(text))
    return 'multipart/related'
  if (/<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(text)) return 'text/html'
  return 'text/plain'
}

function isWarc(head: Buffer): boolean {
  return /^WARC\/[01]\.\d/.test(head.toString('latin1', 0, 8))
}

/** At most a thousand times as long as what it is made of. */
function unpackedHead(head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: 2 /* Z_SYNC_FLUSH: the rest of the file is missing */ })
  } catch {
    return Buffer.alloc(0) // no gzip after all
  }
}

async function headOf(path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: HEAD_BYTES - 1 })) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function notKept(): Invalid {
  return refused(
    'This kind of file is not kept. Choose a PDF, a picture, a saved page (HTML, MHTML, WARC), a text or table, audio or video.',
  )
}

function refused(message: string): Invalid {
  return new Invalid(message, { file: message })
}
