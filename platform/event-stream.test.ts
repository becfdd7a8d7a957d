import { expect, test } from 'vitest'
import { EventStream, eventText } from './event-stream'

const OVERFLOW = eventText('resume', null)

function opened() {
  let ends = 0
  const stream = new EventStream(() => {
    ends += 1
  }, OVERFLOW)
  const reader = stream.body.getReader()
  const read = async () => new TextDecoder().decode((await reader.read()).value)
  return { stream, read, reader, ends: () => ends }
}

test('an event reaches a reader that waits for it', async () => {
  const { stream, read } = opened()
  const first = read()
  stream.put('a', eventText('interview', { id: 'x', revision: 3 }))
  expect(await first).toBe('event: interview\ndata: {"id":"x","revision":3}\n\n')
})

test('a reader that is slow finds the newest of each kind, however many came', async () => {
  const stream = new EventStream(() => {}, OVERFLOW)
  for (let revision = 1; revision <= 10_000; revision++)
    stream.put(`interview:${revision % 2}`, eventText('interview', { revision }))
  expect(stream.stuckFor()).toBeGreaterThanOrEqual(0)
  const { value } = await stream.body.getReader().read()
  expect(new TextDecoder().decode(value)).toBe(
    eventText('interview', { revision: 9999 }) + eventText('interview', { revision: 10_000 }),
  )
  expect(stream.stuckFor()).toBe(0)
})

test('more kinds than may wait become one request to ask for everything anew', async () => {
  const stream = new EventStream(() => {}, OVERFLOW)
  for (let id = 0; id <= 200; id++) stream.put(`interview:${id}`, eventText('interview', { id }))
  const { value } = await stream.body.getReader().read()
  expect(new TextDecoder().decode(value)).toBe(OVERFLOW)
})

test('a reader that goes away ends it once; nothing waits for them any more', async () => {
  const { stream, reader, ends } = opened()
  await reader.cancel()
  stream.put('a', eventText('beat', null))
  stream.end()
  expect(ends()).toBe(1)
  expect(stream.stuckFor()).toBe(0)
})

test('an ending stream still says its last word', async () => {
  const { stream, reader, read, ends } = opened()
  const last = read()
  stream.put('bye', eventText('bye', null))
  stream.end()
  expect(await last).toBe(eventText('bye', null))
  expect((await reader.read()).done).toBe(true)
  expect(ends()).toBe(1)
})
