import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET as publicRecording } from '@/app/(reader)/interviews/[slug]/recording/route'
import { db } from '@/platform/db'
import { dataFolder } from '@/platform/env'
import { checkStorage } from '@/platform/storage'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { beginUpload } from '@/transcripts/begin-upload'
import { finishUpload } from '@/transcripts/finish-upload'
import { receiveChunk } from '@/transcripts/receive-chunk'

/** The whole way of a recording with the files in a bucket: uploaded in parts, published, listened to from the middle. */

let folder = ''
let close = async () => {}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimline-bucket-'))
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'newsroom', configs: [] }],
  })
  const { port } = await s3.run()
  close = () => s3.close()
  // Read once, on first use, which is in the test.
  Object.assign(process.env, {
    CLAIMLINE_S3_BUCKET: 'newsroom',
    CLAIMLINE_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    CLAIMLINE_S3_KEY: 'S3RVER',
    CLAIMLINE_S3_SECRET: 'S3RVER',
  })
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

test('a recording in a bucket is kept, published and served by the range as one on disk', async () => {
  await checkStorage()
  const { interview, editor } = await buildPublished({ interview: { slug: 'in-a-bucket' } })
  const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')
  const bytes = Buffer.concat([head, randomBytes(18_000_000)])
  const place = { interviewId: interview.id, uploadId: randomUUID() }
  await beginUpload(editor, { ...place, fileName: 'talk.mp3', bytes: bytes.length })
  await receiveChunk(editor, place, 0, pieces(bytes.subarray(0, 9_000_000)))
  await receiveChunk(editor, place, 9_000_000, pieces(bytes.subarray(9_000_000)))
  await finishUpload(editor, place)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const kept = await db().recording.findUniqueOrThrow({ where: { interviewId: interview.id } })
  expect(kept).toMatchObject({ fileHash: hash, bytes: bytes.length })
  expect(existsSync(path.join(dataFolder(), 'files'))).toBe(false)
  await publishBuilt(editor, interview.id, [{ kind: 'update', note: 'With sound.', claimNumber: null }])

  const ask = async (headers: Record<string, string>, method = 'GET') => {
    const request = new Request('http://localhost:3000/interviews/in-a-bucket/recording', { method, headers })
    const answer = await publicRecording(request, { params: Promise.resolve({ slug: 'in-a-bucket' }) })
    const body = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, range: answer.headers.get('content-range'), body }
  }
  const whole = await ask({})
  expect([whole.status, createHash('sha256').update(whole.body).digest('hex')]).toEqual([200, hash])
  const part = await ask({ range: 'bytes=8388600-8400000' })
  expect([part.status, part.range]).toEqual([206, `bytes 8388600-8400000/${bytes.length}`])
  expect(part.body.equals(bytes.subarray(8_388_600, 8_400_001))).toBe(true)
  const end = await ask({ range: 'bytes=-7' })
  expect(end.body.equals(bytes.subarray(-7))).toBe(true)
  expect((await ask({ range: `bytes=${bytes.length}-` })).status).toBe(416)
  expect((await ask({}, 'HEAD')).body.length).toBe(0)
})
