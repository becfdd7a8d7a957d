import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { db } from '@/platform/db'
import { TooLarge } from '@/platform/errors'
import { roomForIncoming } from '@/platform/storage/incoming'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { beginUpload } from '@/transcripts/begin-upload'
import { receiveChunk } from '@/transcripts/receive-chunk'
import { keepRecording } from '@/transcripts/set-recording'

// How much the disk holds is all that is not real here.
vi.mock('@/platform/storage/incoming', async (original) => ({
  ...(await original<typeof import('@/platform/storage/incoming')>()),
  roomForIncoming: vi.fn(),
}))

async function* mp3(): AsyncGenerator<Uint8Array> {
  yield Buffer.concat([Buffer.from('ID3'), Buffer.alloc(5000)])
}

test('uploads that were told of the same room do not fill the disk that the database lives on', async () => {
  const member = await buildMember(db())
  const place = { interviewId: (await buildInterview(db())).id, uploadId: randomUUID() }
  vi.mocked(roomForIncoming).mockResolvedValue(501_000_000)
  await beginUpload(member, { ...place, fileName: 'talk.mp3', bytes: 900_000 })
  vi.mocked(roomForIncoming).mockResolvedValue(500_500_000)
  await expect(receiveChunk(member, place, 0, mp3())).rejects.toThrow(TooLarge)
  expect(await db().upload.findUnique({ where: { id: place.uploadId } })).toMatchObject({ received: 0 })
  vi.mocked(roomForIncoming).mockResolvedValue(501_000_000)
  expect(await receiveChunk(member, place, 0, mp3())).toBe(5003)
})

test('a recording in one request is refused where the disk has no room, and nothing of it stays', async () => {
  const member = await buildMember(db())
  const { id } = await buildInterview(db())
  vi.mocked(roomForIncoming).mockResolvedValue(500_500_000)
  await expect(keepRecording(member, id, mp3())).rejects.toThrow(TooLarge)
  vi.mocked(roomForIncoming).mockResolvedValue(2_000_000_000)
  expect(await keepRecording(member, id, mp3())).toMatchObject({ bytes: 5003, mime: 'audio/mpeg' })
})
