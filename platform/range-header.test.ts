import { expect, test } from 'vitest'
import { parseRange } from '@/platform/range-header'

test.each([
  [null, { kind: 'whole' }],
  ['bytes=0-0', { kind: 'part', start: 0, end: 0 }],
  ['bytes=10-', { kind: 'part', start: 10, end: 99 }],
  ['bytes=10-1000', { kind: 'part', start: 10, end: 99 }],
  ['bytes=-5', { kind: 'part', start: 95, end: 99 }],
  ['bytes=-500', { kind: 'part', start: 0, end: 99 }],
  ['bytes=100-', { kind: 'unsatisfiable' }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
])('a browser that asks for %s of 100 bytes gets exactly those', (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected)
})

test.each(['bytes=5-2', 'bytes=a-b', 'bytes=-', 'lines=1-2', 'bytes=0-1,5-6', ''])(
  'a header that makes no sense (%s) is ignored, not guessed at',
  (header) => {
    expect(parseRange(header, 100)).toEqual({ kind: 'whole' })
  },
)

test('an empty file has no part to give', () => {
  expect(parseRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' })
  expect(parseRange('bytes=-1', 0)).toEqual({ kind: 'unsatisfiable' })
  expect(parseRange(null, 0)).toEqual({ kind: 'whole' })
})
