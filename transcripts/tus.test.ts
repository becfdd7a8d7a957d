import { expect, test } from 'vitest'
import { byteCount, tusMetadata } from '@/transcripts/tus'

test('names of files arrive in any script', () => {
  const header = `filename ${Buffer.from('مقابلة.mp3').toString('base64')},empty, id ${Buffer.from('7').toString('base64')}`
  expect(tusMetadata(header)).toEqual({ filename: 'مقابلة.mp3', empty: '', id: '7' })
  expect(tusMetadata(null)).toEqual({})
})

test.each([
  ['0', 0],
  ['104857600', 104_857_600],
  ['-1', null],
  ['1e3', null],
  ['', null],
  [null, null],
])('a count of bytes is digits and nothing else: %s', (header, bytes) => {
  expect(byteCount(header)).toBe(bytes)
})
