import { expect, it } from 'vitest'
import { pageFixture } from '@/publishing/snapshot-fixture'
import { startsOf, wordTimes } from '@/publishing/word-times'

it('word times come back as they were sent', () => {
  const page = pageFixture()
  expect(startsOf(wordTimes(page))).toEqual(page.turns.map((turn) => turn.wordStarts))
})
