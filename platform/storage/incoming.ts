import 'server-only'
import { constants } from 'node:fs'
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { dataFolder } from '@/platform/env'
import { isErrno } from '@/platform/storage/errno'

/** Files that are still arriving. They lie apart from what is kept, so that nothing half is ever found by its hash. */

const folder = () => path.join(dataFolder(), 'incoming')

/** Where an arriving file lies. @param name a UUID. */
export function incomingPath(name: string): string {
  if (!/^[0-9a-f-]{36}$/.test(name)) throw new Error('An arriving file is named by a UUID.')
  return path.join(folder(), name)
}

/** What a connection left behind: bytes on disk for certain, and why it ended early, if it did. */
export type Written = { bytes: number; failure: unknown }

/**
 * Writes from `offset` on; what an earlier try left beyond it is cut off first. Memory stays flat. When the source breaks off,
 * what came before is kept and counted.
 * @returns once the bytes would survive a loss of power.
 */
export async function writeIncoming(
  name: string,
  offset: number,
  source: AsyncIterable<Uint8Array>,
): Promise<Written> {
  await mkdir(folder(), { recursive: true })
  const file = await open(incomingPath(name), constants.O_RDWR | constants.O_CREAT, 0o600)
  let bytes = offset
  let failure: unknown = null
  try {
    await file.truncate(offset)
    try {
      for await (const chunk of source) {
        for (let from = 0; from < chunk.length; ) {
          const { bytesWritten } = await file.write(chunk, from, chunk.length - from, bytes)
          from += bytesWritten
          bytes += bytesWritten
        }
      }
    } catch (error) {
      failure = error
    }
    await file.datasync()
  } finally {
    await file.close()
  }
  return { bytes, failure }
}

/** How many bytes of it lie here; 0 where there are none. */
export async function incomingBytes(name: string): Promise<number> {
  try {
    return (await stat(incomingPath(name))).size
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return 0
    throw error
  }
}

export async function removeIncoming(name: string): Promise<void> {
  await rm(incomingPath(name), { force: true })
}

/** Removes what nobody has written to for so long; servers that were killed leave such files. */
export async function removeOldIncoming(olderThanMs: number): Promise<void> {
  const names = await readdir(folder()).catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return []
    throw error
  })
  for (const name of names) {
    const file = path.join(folder(), name)
    const found = await stat(file).catch(() => null) // another process may have been here first
    if (found && found.mtimeMs < olderThanMs) await rm(file, { force: true })
  }
}

/** Bytes that the disk has room for. */
export async function roomForIncoming(): Promise<number> {
  await mkdir(folder(), { recursive: true })
  const { bavail, bsize } = await statfs(folder())
  return bavail * bsize
}
