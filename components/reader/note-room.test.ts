import { expect, it } from 'vitest'
import { hangs } from '@/components/reader/note-room'

const row = (letters: number, notes = 0) => ({ letters, named: true, notes })

it('a note hangs in the margin where the text below leaves it room', () => {
  expect(hangs([row(72, 100), row(300), row(300)])).toEqual([true, false, false])
})

it('a note that would meet the next one pushes the text apart instead', () => {
  expect(hangs([row(72, 100), row(72, 100)])).toEqual([false, false])
})
