import { expect, test } from 'vitest'
import { Invalid, TooLarge } from '@/platform/errors'
import { limitBody, readJson } from './body'

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api', { method: 'POST', body, headers })

/** A body that never says how long it is. */
function drip(chunks: number, onPull: () => void) {
  let sent = 0
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      onPull()
      if (sent++ < chunks) controller.enqueue(new Uint8Array(1000))
      else controller.close()
    },
  })
}

test('a body within the limit arrives whole', async () => {
  expect(await readJson(limitBody(post('{"a":[1,2]}'), 100))).toEqual({ a: [1, 2] })
})

test('a body that announces too much is refused before a byte is read', () => {
  expect(() => limitBody(post('x'.repeat(10), { 'content-length': '2000000' }), 1_000_000)).toThrow(TooLarge)
})

test('a body that hides its length is cut off at the limit, not held in memory', async () => {
  let pulled = 0
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: drip(10_000, () => pulled++),
    duplex: 'half',
  }
  const limited = limitBody(new Request('http://localhost/api', init), 5000)
  await expect(limited.text()).rejects.toThrow(/at most 5 kB/i)
  expect(pulled).toBeLessThan(20)
})

test('a body that is not JSON is refused with the parser’s reason', async () => {
  await expect(readJson(post('{"a":'))).rejects.toThrow(Invalid)
})
