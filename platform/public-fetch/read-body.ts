import 'server-only'
import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Invalid } from '@/platform/errors'

/**
 * The bytes of an answer, unpacked. Counted are the unpacked ones, so a bomb ends where its limit is, as an endless page
 * does: the rest is never read.
 * @returns `cut` where there was more than `mostBytes`.
 */
export async function readBody(
  answer: IncomingMessage,
  mostBytes: number,
): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of unpacked(answer)) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    chunks.push(bytes.subarray(0, mostBytes - length))
    length += bytes.length
    if (length > mostBytes) break // leaving the loop ends the connection
  }
  return { bytes: Buffer.concat(chunks), cut: length > mostBytes }
}

/** One layer of packing and no more: nobody packs twice but to do harm. */
function unpacked(answer: IncomingMessage): Readable {
  const coding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase()
  switch (coding) {
    case '':
    case 'identity':
      return answer
    case 'gzip':
    case 'x-gzip':
      return through(answer, createGunzip())
    case 'deflate':
      return through(answer, createInflate())
    case 'br':
      return through(answer, createBrotliDecompress())
    default:
      answer.destroy()
      throw new Invalid('The page came packed in a way that cannot be read.', {
        url: 'It cannot be unpacked.',
      })
  }
}

function through(answer: IncomingMessage, unpack: ReturnType<typeof createGunzip>): Readable {
  // The reader hears of what breaks; there is nothing else to do about it.
  pipeline(answer, unpack, () => undefined)
  return unpack
}
