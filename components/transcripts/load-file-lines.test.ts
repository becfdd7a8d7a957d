import { expect, test } from 'vitest'
import { excerptOf, linesOf, valueAt } from '@/components/transcripts/load-file-lines'

test('lines are counted as the parser counts them, whatever ends them', async () => {
  const file = new File(['one\r\ntwo\rthree\n\nfive'], 'a.txt')
  expect(await linesOf(file, 'utf-8')).toEqual(['one', 'two', 'three', '', 'five'])
})

test('an encoding the browser does not know leaves the file unshown instead of wrong', async () => {
  expect(await linesOf(new File(['x'], 'a.txt'), 'no-such-encoding')).toEqual([])
})

test('a JSON path leads to what stands there', () => {
  const json = { segments: [{ start: 1 }, { start: 'late', words: [{ w: 'oh' }] }] }
  expect(valueAt(json, 'segments[1].start')).toBe('"late"')
  expect(valueAt(json, 'segments[1].words[0]')).toBe('{"w":"oh"}')
  expect(valueAt(json, 'segments[7].start')).toBeNull()
  expect(valueAt(json, 'segments.start')).toBeNull()
})

test('a line of a megabyte is cut, an empty one is named', () => {
  expect(excerptOf('x'.repeat(1_000_000))).toHaveLength(161)
  expect(excerptOf('')).toBe('(empty line)')
})
