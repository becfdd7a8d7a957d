import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Answer, ChangeFollower } from './follow-changes'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page at a revision, and a server that answers when the test says so. */
function page({ streaming = true } = {}) {
  const state = { revision: 0, streaming, visible: true, urgent: false, reached: 0 }
  const asked: number[] = []
  const open: ((answer: Answer<{ revision: number }>) => void)[] = []
  const follower = new ChangeFollower<{ revision: number }>({
    ask: (since) => {
      asked.push(since)
      return new Promise((resolve) => open.push(resolve))
    },
    revision: () => state.revision,
    onChanges: ({ revision }) => {
      state.revision = revision
    },
    onReached: () => {
      state.reached += 1
    },
    streaming: () => state.streaming,
    urgent: () => state.urgent,
    visible: () => state.visible,
    changed: () => {},
    random: () => 0.5,
  })
  follower.start()
  const answer = async (given: number | 'refused' | 'unreached') => {
    open.shift()?.(typeof given === 'number' ? { revision: given } : given)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { state, asked, follower, answer, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

test('a change that is told is asked for within a moment', async () => {
  const { follower, asked, pass } = page()
  follower.hear(1)
  await pass(150)
  expect(asked).toEqual([0])
})

test('many changes during one question are one further question', async () => {
  const { follower, asked, answer, pass } = page()
  follower.hear(1)
  await pass(150)
  for (let revision = 2; revision <= 40; revision++) follower.hear(revision)
  await pass(1000)
  expect(asked).toEqual([0])
  await answer(17)
  await pass(150)
  expect(asked).toEqual([0, 17])
  await answer(40)
  await pass(10_000)
  expect(asked).toEqual([0, 17])
})

test('what the page has already is not asked for', async () => {
  const { follower, state, asked, pass } = page()
  state.revision = 5
  follower.hear(5)
  await pass(1000)
  expect(asked).toEqual([])
})

test('with no stream it asks every few seconds; a lost server is noticed and found again', async () => {
  const { follower, asked, answer, pass, state } = page({ streaming: false })
  await pass(4_700)
  expect(asked).toEqual([0])
  expect(follower.connection()).toBe('polling')
  await answer('unreached')
  expect(follower.connection()).toBe('offline')
  await pass(4_700)
  await answer(1)
  expect([follower.connection(), state.reached, state.revision]).toEqual(['polling', 1, 1])
})

test('with a stream it asks seldom, and often while something waits to be saved', async () => {
  const { follower, asked, answer, pass, state } = page()
  await pass(50_000)
  expect(asked).toHaveLength(0)
  state.urgent = true
  follower.streamTurned()
  await pass(4_700)
  expect(asked).toHaveLength(1)
  await answer(0)
  state.urgent = false
  follower.streamTurned()
  await pass(50_000)
  expect(asked).toHaveLength(1)
})

test('a stream that comes up puts off no question about what was missed', async () => {
  const { follower, state, asked, pass } = page({ streaming: false })
  follower.missed()
  state.streaming = true
  follower.streamTurned()
  await pass(600)
  expect(asked).toEqual([0])
})

test('a sign of life ends being offline, and what was missed is asked for', async () => {
  const { follower, asked, answer, pass, state } = page()
  follower.cutOff()
  expect(follower.connection()).toBe('offline')
  follower.alive()
  await pass(0)
  await answer(3)
  expect([follower.connection(), state.revision, asked.length]).toEqual(['live', 3, 1])
})

test('a page that nobody looks at asks nothing, and at once when somebody does', async () => {
  const { follower, state, asked, pass } = page({ streaming: false })
  state.visible = false
  follower.hear(1)
  await pass(60_000)
  expect(asked).toEqual([])
  state.visible = true
  follower.look()
  await pass(0)
  expect(asked).toEqual([0])
})
