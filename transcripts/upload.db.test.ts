import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '@/newsroom/roles'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { openFile } from '@/platform/storage'
import { incomingBytes, incomingPath } from '@/platform/storage/incoming'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { beginUpload } from '@/transcripts/begin-upload'
import { discardUpload } from '@/transcripts/discard-upload'
import { finishUpload } from '@/transcripts/finish-upload'
import { receiveChunk } from '@/transcripts/receive-chunk'
import { RECORDING_HEAD_BYTES } from '@/transcripts/recording-file'
import { pendingUploads, removeOldUploads } from '@/transcripts/upload-store'

/** Silence, 8 kHz and 8 bits, with noise in it so that no two are the same file. */
function wav(seconds: number): Buffer {
  const samples = 8000 * seconds
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, samples],
  ] as const)
    head.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at)
  head.write('data', 36)
  return Buffer.concat([head, randomBytes(64), Buffer.alloc(samples - 64, 128)])
}

async function* pieces(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A connection that breaks after so many bytes. */
async function* broken(bytes: Buffer, after: number): AsyncGenerator<Uint8Array> {
  yield* pieces(bytes.subarray(0, after))
  throw new Error('The connection was reset.')
}

async function begun(bytes: Buffer, actor?: Actor) {
  const member = actor ?? (await buildMember(db()))
  const interviewId = (await buildInterview(db())).id
  const place = { interviewId, uploadId: randomUUID() }
  await beginUpload(member, { ...place, fileName: 'talk.wav', bytes: bytes.length })
  return { member, place }
}

const recordingOf = (interviewId: string) => db().recording.findUnique({ where: { interviewId } })

test('an upload whose connection broke goes on where it stopped, and becomes the recording with its length', async () => {
  const file = wav(3)
  const { member, place } = await begun(file)
  await expect(receiveChunk(member, place, 0, broken(file, 10_000))).rejects.toThrow('reset')
  expect(await pendingUploads(member, place.interviewId)).toMatchObject([
    { received: 10_000, fileName: 'talk.wav' },
  ])
  expect(await receiveChunk(member, place, 10_000, pieces(file.subarray(10_000)))).toBe(file.length)
  expect(await recordingOf(place.interviewId)).toBeNull()
  await finishUpload(member, place)

  const hash = createHash('sha256').update(file).digest('hex')
  expect(await recordingOf(place.interviewId)).toMatchObject({
    fileHash: hash,
    bytes: file.length,
    mime: 'audio/wav',
    durationMs: 3000,
  })
  expect((await openFile(hash))?.bytes).toBe(file.length)
  expect(await incomingBytes(place.uploadId)).toBe(0)
  expect(await pendingUploads(member, place.interviewId)).toEqual([])
  const entry = await db().auditEntry.findFirst({ where: { interviewId: place.interviewId } })
  expect(entry).toMatchObject({ action: 'recording.set', actorId: member.id })
})

test('wherever and however often the connection breaks, what is kept is the file, byte for byte', async () => {
  const parts = fc.array(fc.record({ length: fc.integer({ min: 1, max: 9000 }), breaks: fc.boolean() }), {
    maxLength: 12,
  })
  const member = await buildMember(db())
  await fc.assert(
    fc.asyncProperty(parts, async (tries) => {
      const file = wav(3)
      const { place } = await begun(file, member)
      let at = 0
      for (const { length, breaks } of tries) {
        const rest = file.subarray(at)
        if (breaks) await expect(receiveChunk(member, place, at, broken(rest, length))).rejects.toThrow()
        else if (at === 0 && length < RECORDING_HEAD_BYTES)
          await expect(receiveChunk(member, place, 0, pieces(rest.subarray(0, length)))).rejects.toThrow(
            'at least 4096 bytes',
          )
        else await receiveChunk(member, place, at, pieces(rest.subarray(0, length), 700))
        at = (await db().upload.findUniqueOrThrow({ where: { id: place.uploadId } })).received
        if (at === file.length) break
      }
      if (at < file.length) await receiveChunk(member, place, at, pieces(file.subarray(at)))
      await finishUpload(member, place)
      expect((await recordingOf(place.interviewId))?.fileHash).toBe(
        createHash('sha256').update(file).digest('hex'),
      )
    }),
    { numRuns: 12 },
  )
})

test('bytes that a killed server had written but not counted are sent again, and the file is right', async () => {
  const file = wav(2)
  const { member, place } = await begun(file)
  await receiveChunk(member, place, 0, pieces(file.subarray(0, 6000)))
  await writeFile(incomingPath(place.uploadId), Buffer.concat([file.subarray(0, 6000), randomBytes(3000)]))
  await receiveChunk(member, place, 6000, pieces(file.subarray(6000)))
  await finishUpload(member, place)
  expect((await recordingOf(place.interviewId))?.fileHash).toBe(
    createHash('sha256').update(file).digest('hex'),
  )
})

test('two uploads at once do not mix', async () => {
  const [one, two] = [wav(2), wav(2)]
  const [a, b] = [await begun(one), await begun(two)]
  await Promise.all([
    receiveChunk(a.member, a.place, 0, pieces(one, 100)),
    receiveChunk(b.member, b.place, 0, pieces(two, 100)),
  ])
  await Promise.all([finishUpload(a.member, a.place), finishUpload(b.member, b.place)])
  for (const [file, { place }] of [
    [one, a],
    [two, b],
  ] as const)
    expect((await recordingOf(place.interviewId))?.fileHash).toBe(
      createHash('sha256').update(file).digest('hex'),
    )
})

test('a browser that is back takes over from its own dead connection', async () => {
  const file = wav(2)
  const { member, place } = await begun(file)
  let arrived = () => {}
  const began = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const dead = async function* () {
    yield* pieces(file.subarray(0, 5000))
    arrived()
    await new Promise(() => {}) // a phone in a tunnel: nothing comes, and nothing ends
  }
  const first = receiveChunk(member, place, 0, dead())
  const refused = expect(first).rejects.toThrow('Another connection')
  await began
  // The browser asks how far it came, is told what is certain, and sends on from there.
  await expect(receiveChunk(member, place, 0, pieces(file))).rejects.toThrow('goes on at byte 5000')
  await refused
  await receiveChunk(member, place, 5000, pieces(file.subarray(5000)))
  await finishUpload(member, place)
  expect((await recordingOf(place.interviewId))?.bytes).toBe(file.length)
})

test('what is no recording is refused with its first bytes, and nothing of it stays', async () => {
  const page = Buffer.from(`<!doctype html>${'x'.repeat(9000)}`)
  const { member, place } = await begun(page)
  await expect(receiveChunk(member, place, 0, pieces(page))).rejects.toThrow('not an audio or video file')
  expect(await incomingBytes(place.uploadId)).toBe(0)
  expect(await db().upload.count({ where: { id: place.uploadId } })).toBe(0)
})

test('more bytes than were announced are refused, and so is a file larger than 2 GB', async () => {
  const file = wav(2)
  const { member, place } = await begun(file)
  const more = Buffer.concat([file, Buffer.alloc(1)])
  await expect(receiveChunk(member, place, 0, pieces(more))).rejects.toThrow('announced')
  await expect(
    beginUpload(member, { ...place, uploadId: randomUUID(), fileName: 'a.mp4', bytes: 2_000_000_001 }),
  ).rejects.toThrow('larger than 2 GB')
  await expect(
    beginUpload(member, { ...place, uploadId: randomUUID(), fileName: 'a.mp4', bytes: 0 }),
  ).rejects.toThrow('empty')
})

test('only who began an upload goes on with it, finishes it or gives it up', async () => {
  const file = wav(2)
  const { place } = await begun(file)
  const other = await buildMember(db(), { role: 'admin' })
  const theirs = 'Somebody else began this upload'
  await expect(receiveChunk(other, place, 0, pieces(file))).rejects.toThrow(theirs)
  await expect(finishUpload(other, place)).rejects.toThrow(theirs)
  await expect(discardUpload(other, place)).rejects.toThrow(theirs)
  await expect(beginUpload(other, { ...place, fileName: 'x', bytes: file.length })).rejects.toThrow(
    'another upload',
  )
  expect(await pendingUploads(other, place.interviewId)).toEqual([])
})

test('half a file never becomes the recording, and finishing twice is finishing once', async () => {
  const file = wav(2)
  const { member, place } = await begun(file)
  await receiveChunk(member, place, 0, pieces(file.subarray(0, 9000)))
  await expect(finishUpload(member, place)).rejects.toThrow('not arrived yet')
  await receiveChunk(member, place, 9000, pieces(file.subarray(9000)))
  await Promise.all([finishUpload(member, place), finishUpload(member, place)])
  await finishUpload(member, place)
  const set = await db().auditEntry.count({
    where: { interviewId: place.interviewId, action: 'recording.set' },
  })
  expect(set).toBe(1)
  await expect(receiveChunk(member, place, 9000, pieces(file))).rejects.toThrow('finished already')
})

test('an upload that is given up, or left for a day, leaves nothing behind', async () => {
  const file = wav(2)
  const given = await begun(file)
  await receiveChunk(given.member, given.place, 0, pieces(file.subarray(0, 9000)))
  await discardUpload(given.member, given.place)
  expect(await incomingBytes(given.place.uploadId)).toBe(0)

  const left = await begun(file)
  await receiveChunk(left.member, left.place, 0, pieces(file.subarray(0, 9000)))
  const back = moveClock(25 * 60 * 60 * 1000)
  await expect(receiveChunk(left.member, left.place, 9000, pieces(file))).rejects.toThrow(
    'not known any more',
  )
  await removeOldUploads()
  back()
  expect(await incomingBytes(left.place.uploadId)).toBe(0)
  expect(await db().upload.count({ where: { id: left.place.uploadId } })).toBe(0)
})
