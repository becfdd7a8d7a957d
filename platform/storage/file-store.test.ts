import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStore } from '@/platform/storage/disk-store'
import type { FileStore } from '@/platform/storage/file-store'
import { s3Store } from '@/platform/storage/s3-store'

/** What every store promises, asked of a folder and of a real S3 server on this machine. */

let folder = ''
const server = { port: 0, close: async () => {} }
const placeIn = (bucket: string) => ({
  bucket,
  region: 'us-east-1',
  key: 'S3RVER',
  secret: 'S3RVER',
  endpoint: `http://127.0.0.1:${server.port}`,
  pathStyle: true,
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimline-store-'))
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: 'newsroom', configs: [] }],
  })
  server.port = (await s3.run()).port
  server.close = () => s3.close()
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A file on this machine with random bytes, so that none is a copy of another. */
async function local(length: number) {
  const bytes = randomBytes(length)
  const file = path.join(folder, `local-${bytes.toString('hex', 0, 8)}`)
  await writeFile(file, bytes)
  return { bytes, file, hash: createHash('sha256').update(bytes).digest('hex') }
}

/** SHA-256 of a range: large buffers are slow to compare one byte at a time. */
async function part(store: FileStore, hash: string, start: number, end: number): Promise<string> {
  const stream = await (await store.find(hash))?.read(start, end)
  if (!stream) throw new Error('The store does not have it.')
  const digest = createHash('sha256')
  for await (const chunk of stream) digest.update(chunk)
  return digest.digest('hex')
}

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each<[string, () => FileStore]>([
  ['a folder', () => diskStore(path.join(folder, 'kept'))],
  ['a bucket', () => s3Store(placeIn('newsroom'))],
])('%s', (_what, open) => {
  test('gives back every byte of a file of several parts, whole and by the range', async () => {
    const store = open()
    const { bytes, file, hash } = await local(18_000_001)
    await store.keep(file, hash, bytes.length)
    expect((await store.find(hash))?.bytes).toBe(bytes.length)
    expect(await part(store, hash, 0, bytes.length - 1)).toBe(sum(bytes))
    expect(await part(store, hash, 0, 1)).toBe(sum(bytes.subarray(0, 2)))
    expect(await part(store, hash, 7, 7)).toBe(sum(bytes.subarray(7, 8)))
    expect(await part(store, hash, 8_388_600, 8_388_620)).toBe(sum(bytes.subarray(8_388_600, 8_388_621)))
    expect(await part(store, hash, bytes.length - 5, bytes.length - 1)).toBe(sum(bytes.subarray(-5)))
  })

  test('keeps the same bytes once', async () => {
    const store = open()
    const { bytes, file, hash } = await local(1000)
    await store.keep(file, hash, bytes.length)
    await store.keep(file, hash, bytes.length)
    expect(await part(store, hash, 0, 999)).toBe(sum(bytes))
  })

  test('has nothing under a name that nobody gave it, and takes no other kind of name', async () => {
    expect(await open().find('0'.repeat(64))).toBeNull()
    await expect(open().find('../../etc/passwd')).rejects.toThrow('SHA-256')
  })

  test('holds nothing of a file that could not be read to its end', async () => {
    const store = open()
    const hash = createHash('sha256').update('never there').digest('hex')
    await expect(store.keep(path.join(folder, 'not-there'), hash, 11)).rejects.toThrow()
    expect(await store.find(hash)).toBeNull()
  })
})

test('a folder and a bucket call a file the same, so that one can be copied into the other', async () => {
  const { bytes, file, hash } = await local(10)
  await diskStore(path.join(folder, 'same')).keep(file, hash, bytes.length)
  expect(await readdir(path.join(folder, 'same', hash.slice(0, 2)))).toEqual([hash])
})

test('a bucket that is not there, a wrong key and a server that does not answer are told apart from a good one', async () => {
  await expect(s3Store(placeIn('newsroom')).check()).resolves.toBeUndefined()
  await expect(s3Store(placeIn('elsewhere')).check()).rejects.toThrow(
    /“elsewhere” at http.*cannot be reached/,
  )
  await expect(s3Store({ ...placeIn('newsroom'), key: 'NOBODY' }).check()).rejects.toThrow(
    /cannot be written|cannot be reached/,
  )
  await expect(s3Store({ ...placeIn('newsroom'), endpoint: 'http://127.0.0.1:9' }).check()).rejects.toThrow(
    'cannot be reached',
  )
})
