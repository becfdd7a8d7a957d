import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { fileResponse } from '@/platform/byte-range'

/** A file of a gigabyte that is made as it is read, and tells how much of it was. */
function large() {
  const told = { read: 0, closed: false }
  const stream = new Readable({
    highWaterMark: 65_536,
    read() {
      told.read += 65_536
      this.push(Buffer.alloc(65_536))
    },
    destroy(_error, done) {
      told.closed = true
      done(null)
    },
  })
  return { told, file: { bytes: 1_000_000_000, read: async () => stream } }
}

const asked = () => new Request('http://localhost/recording')

test('a reader who leaves closes the file, and no more of it was read than they took', async () => {
  const { told, file } = large()
  const reader = fileResponse(file, 'audio/mpeg', asked()).body?.getReader()
  for (let taken = 0; taken < 3; taken++) await reader?.read()
  await reader?.cancel()
  expect(told.closed).toBe(true)
  expect(told.read).toBeLessThan(1_000_000)
})

test('a reader who leaves while the file is being opened leaves nothing open', async () => {
  const { told, file } = large()
  let opened = () => {}
  const slow = {
    bytes: file.bytes,
    read: async () => {
      await new Promise<void>((resolve) => {
        opened = resolve
      })
      return file.read()
    },
  }
  const reader = fileResponse(slow, 'audio/mpeg', asked()).body?.getReader()
  const pending = reader?.read()
  await Promise.resolve()
  await reader?.cancel()
  opened()
  await pending
  await expect.poll(() => told.closed).toBe(true)
})

test('a file is named so that its name cannot leave its quotes', () => {
  const { file } = large()
  const answer = fileResponse(file, 'audio/mp4', asked(), { name: 'a"; filename=b\r\nX: y' })
  expect(answer.headers.get('content-disposition')).toBe('inline; filename="a-filename-b-X-y.m4a"')
})
