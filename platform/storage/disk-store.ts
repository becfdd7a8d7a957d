import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { isErrno } from '@/platform/storage/errno'
import { type FileStore, keyOf } from '@/platform/storage/file-store'

/** Keeps files in a folder of this machine. */
export function diskStore(folder: string): FileStore {
  const placeOf = (hash: string) => path.join(folder, keyOf(hash))
  return {
    async find(hash) {
      const place = placeOf(hash)
      try {
        const { size } = await stat(place)
        return {
          bytes: size,
          read: async (start, end) => createReadStream(place, { start, end, highWaterMark: 256 * 1024 }),
        }
      } catch (error) {
        if (isErrno(error, 'ENOENT')) return null
        throw error
      }
    },
    async keep(file, hash) {
      const place = placeOf(hash)
      await mkdir(path.dirname(place), { recursive: true })
      try {
        await link(file, place) // a second name for the same bytes: nothing is copied, and it is there at once
      } catch (error) {
        if (isErrno(error, 'EEXIST')) return
        if (!isErrno(error, 'EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK', 'ENOSYS')) throw error
        await copy(file, place) // this file system knows no second names
      }
    },
  }
}

async function copy(file: string, place: string): Promise<void> {
  const draft = `${place}.${randomUUID()}.new`
  try {
    await copyFile(file, draft)
    await rename(draft, place)
  } finally {
    await rm(draft, { force: true })
  }
}
