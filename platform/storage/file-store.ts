import type { Readable } from 'node:stream'

/** A file that is kept, named by the SHA-256 of its bytes. */
export type StoredFile = {
  bytes: number
  /** The bytes `start` to `end`, both included. Whoever takes the stream destroys it when they need no more. */
  read: (start: number, end: number) => Promise<Readable>
}

/** Where files are kept. A file is there whole or not at all. */
export type FileStore = {
  find: (hash: string) => Promise<StoredFile | null>
  /** Keeps a file that lies at `path` on this machine; the caller removes that one afterwards. Keeping twice is keeping once. */
  keep: (path: string, hash: string, bytes: number) => Promise<void>
}

/** `ab/abcd…`: the same in a folder and in a bucket, so that one can be copied into the other. */
export function keyOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A stored file is named by a SHA-256 in lower-case hex.')
  return `${hash.slice(0, 2)}/${hash}`
}
