import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { dataFolder, s3Place } from '@/platform/env'
import { TooLarge } from '@/platform/errors'
import { diskStore } from '@/platform/storage/disk-store'
import type { FileStore, StoredFile } from '@/platform/storage/file-store'
import { incomingPath, removeIncoming, writeIncoming } from '@/platform/storage/incoming'

/**
 * Files kept by the SHA-256 of their bytes: the same bytes are kept once, and a name never changes its meaning, so a
 * publication that names a hash shows those bytes for ever. They lie on disk or in a bucket (ADR 16); nobody but this file knows.
 */

export type KeptFile = { hash: string; bytes: number }

let chosen: Promise<FileStore> | undefined

function store(): Promise<FileStore> {
  chosen ??= choose()
  return chosen
}

async function choose(): Promise<FileStore> {
  const place = s3Place()
  if (!place) return diskStore(path.join(dataFolder(), 'files'))
  // Loaded only where it is used: the client is large, and most newsrooms keep files on disk.
  const { s3Store } = await import('@/platform/storage/s3-store')
  return s3Store(place)
}

/** Looks whether files can be kept, for a start that should rather not happen. @throws Error that says why not, in a sentence. */
export async function checkStorage(): Promise<void> {
  const place = s3Place()
  if (!place) return // the start proves the folder itself (platform/boot/places.mjs)
  const { s3Store } = await import('@/platform/storage/s3-store')
  await s3Store(place).check()
}

/** A stored file, or null if it is not kept here. */
export async function openFile(hash: string): Promise<StoredFile | null> {
  return (await store()).find(hash)
}

/**
 * Keeps a stream of bytes; memory stays flat whatever the size.
 * @param limit most bytes accepted.
 * @param look sees the whole file, at a path of this machine, before it is kept.
 * @throws TooLarge past the limit, and whatever broke the source; nothing stays behind then.
 */
export async function keepFile(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  look?: (path: string) => Promise<void>,
): Promise<KeptFile> {
  const name = randomUUID()
  const digest = createHash('sha256')
  async function* measured(): AsyncGenerator<Uint8Array> {
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      if (length > limit) throw new TooLarge(`The file is larger than ${Math.floor(limit / 1_000_000)} MB.`)
      digest.update(chunk)
      yield chunk
    }
  }
  try {
    const { bytes, failure } = await writeIncoming(name, 0, measured())
    if (failure) throw failure
    await look?.(incomingPath(name))
    const hash = digest.digest('hex')
    await (await store()).keep(incomingPath(name), hash, bytes)
    return { hash, bytes }
  } finally {
    await removeIncoming(name)
  }
}

/** Keeps a file that has arrived whole under this name. It stays among the arriving ones until the caller removes it. */
export async function keepArrived(name: string): Promise<KeptFile> {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(incomingPath(name), { highWaterMark: 256 * 1024 })) {
    digest.update(chunk)
    bytes += chunk.length
  }
  const hash = digest.digest('hex')
  await (await store()).keep(incomingPath(name), hash, bytes)
  return { hash, bytes }
}

/** Keeps a file that lies on this machine. */
export function keepLocalFile(file: string, limit = 4_000_000_000): Promise<KeptFile> {
  return keepFile(createReadStream(file), limit)
}
