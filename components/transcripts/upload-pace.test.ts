import { expect, test } from 'vitest'
import { amountSent, timeLeft, UploadPace } from '@/components/transcripts/upload-pace'

test('the time left follows the connection as it is now, not as it began', () => {
  const pace = new UploadPace()
  expect(pace.secondsLeft(100)).toBeNull()
  for (let second = 0; second <= 60; second++) pace.note(second * 1000, second * 10)
  expect(pace.secondsLeft(700)).toBeCloseTo(10, 0)
  for (let second = 61; second <= 90; second++) pace.note(second * 1000, 600 + (second - 60))
  expect(pace.secondsLeft(700)).toBeCloseTo(70, 0)
  pace.forget()
  expect(pace.secondsLeft(700)).toBeNull()
})

test('while nothing moves no time is promised', () => {
  const pace = new UploadPace()
  pace.note(0, 5)
  pace.note(9000, 5)
  expect(pace.secondsLeft(10)).toBeNull()
})

test.each([
  [null, null],
  [3, 'less than a minute left'],
  [61, 'about a minute left'],
  [150, 'about 3 minutes left'],
  [4000, 'about an hour left'],
  [9000, 'about 3 hours left'],
])('%s seconds are told as people say them', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words)
})

test('amounts have a unit in which they move', () => {
  expect(amountSent(48_900_000, 100_000_000)).toBe('48 of 100 MB')
  expect(amountSent(4000, 8044)).toBe('4 of 8 kB')
})
