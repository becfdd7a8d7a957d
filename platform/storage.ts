import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dataFolder } from '@/platform/env'
import { TooLarge } from '@/platform/errors'

/**
 * Files kept by the SHA-256 of their bytes: the same bytes are kept once, and a name never changes its meaning, so a
 * publication that names a hash shows those bytes for ever.
 */

function pathOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A stored file is named by a SHA-256 in lower-case hex.')
  return path.join(dataFolder(), 'files', hash.slice(0, 2), hash)
}

/** Where a stored file lies and how long it is in bytes, or null if it is not kept here. */
export async function openFile(hash: string): Promise<{ path: string; bytes: number } | null> {
  const file = pathOf(hash)
  try {
    return { path: file, bytes: (await stat(file)).size }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Keeps a stream of bytes; memory stays flat whatever the size.
 * @param limit most bytes accepted.
 * @throws TooLarge past the limit; nothing stays behind then.
 */
export async function keepFile(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ hash: string; bytes: number }> {
  const folder = path.join(dataFolder(), 'files')
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.incoming-${randomUUID()}`)
  const digest = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      digest.update(chunk)
      done(
        bytes > limit ? new TooLarge(`The file is larger than ${Math.floor(limit / 1_000_000)} MB.`) : null,
        chunk,
      )
    },
  })
  try {
    await pipeline(source, meter, createWriteStream(temporary, { flags: 'wx' }))
    const hash = digest.digest('hex')
    const target = pathOf(hash)
    await mkdir(path.dirname(target), { recursive: true })
    await rename(temporary, target)
    return { hash, bytes }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Keeps a file that lies on this machine. */
export function keepLocalFile(file: string, limit = 4_000_000_000): Promise<{ hash: string; bytes: number }> {
  return keepFile(createReadStream(file), limit)
}
