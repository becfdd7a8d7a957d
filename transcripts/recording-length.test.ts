import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordingLengthMs } from '@/transcripts/recording-length'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimline-length-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A frame of MP3 at 44.1 kHz without a word about the whole: 1152 samples at 128 or 160 kbit/s. */
function frame(kbit: 128 | 160): Buffer {
  const bytes = Buffer.alloc(kbit === 128 ? 417 : 522)
  bytes.set([0xff, 0xfb, kbit === 128 ? 0x90 : 0xa0, 0x64])
  return bytes
}

async function lengthOf(bytes: Buffer, timeLimitMs?: number): Promise<number | null> {
  const file = path.join(folder, 'without-an-ending')
  await writeFile(file, bytes)
  return recordingLengthMs(file, timeLimitMs)
}

test('an MP3 that nowhere says how long it is is counted through', async () => {
  const frames = Array.from({ length: 1000 }, (_, index) => frame(index % 2 ? 128 : 160))
  const length = await lengthOf(Buffer.concat(frames))
  expect(Math.abs((length ?? 0) - (1000 * 1152 * 1000) / 44_100)).toBeLessThan(60)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nHello')],
  [
    'a tag and rubbish',
    Buffer.concat([Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), Buffer.alloc(50_000, 0x41)]),
  ],
  [
    'a box longer than the file',
    Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0isomiso2\xff\xff\xff\xffmoov', 'latin1'),
  ],
])('of %s no length can be told', async (_what, bytes) => {
  expect(await lengthOf(bytes)).toBeNull()
})

test('a file that takes too long is given up', async () => {
  expect(await lengthOf(Buffer.concat(Array.from({ length: 200 }, () => frame(128))), 0)).toBeNull()
})
