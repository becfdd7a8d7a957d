import { expect, test } from 'vitest'
import { newsFor, type PageShown } from '@/components/reader/open-page/news'
import type { LivePage } from '@/publishing/live-page'

const shown: PageShown = {
  publication: 3,
  claims: new Map([
    [1, 'a'],
    [2, 'b'],
    [5, 'e'],
  ]),
  changes: 1,
  corrections: 1,
}
const live = (over: Partial<LivePage>): LivePage => ({
  publication: 4,
  claims: [...shown.claims],
  changes: 1,
  corrections: 1,
  ...over,
})

test.each<[string, Partial<LivePage>, string]>([
  [
    'claims that are not there yet',
    { claims: [...shown.claims, [6, 'f'], [7, 'g'], [8, 'h']] },
    '3 new checks',
  ],
  ['a single one', { claims: [[9, 'i'], ...shown.claims] }, '1 new check'],
  [
    'another finding',
    {
      claims: [
        [1, 'a'],
        [2, 'x'],
        [5, 'e'],
        [6, 'f'],
      ],
    },
    '1 new check · 1 check changed',
  ],
  [
    'a correction, before all else',
    {
      corrections: 2,
      claims: [
        [1, 'z'],
        [2, 'b'],
        [5, 'e'],
      ],
    },
    'This page was corrected',
  ],
  [
    'a correction and a new check',
    { corrections: 2, claims: [...shown.claims, [6, 'f']] },
    'This page was corrected · 1 new check',
  ],
  [
    'a claim that was taken off',
    {
      claims: [
        [1, 'a'],
        [2, 'b'],
      ],
    },
    'This page was updated',
  ],
  ['anything else', {}, 'This page was updated'],
])('%s is told in words', (_what, over, sentence) => {
  expect(newsFor(shown, live(over))?.sentence).toBe(sentence)
})

test('which claims came, changed and went is told by number', () => {
  expect(
    newsFor(
      shown,
      live({
        claims: [
          [1, 'x'],
          [2, 'b'],
          [7, 'g'],
        ],
      }),
    ),
  ).toMatchObject({
    arrived: [7],
    changed: [1],
    gone: [5],
  })
})

test('the same publication is no news, and neither is an older one out of some cache', () => {
  for (const publication of [3, 2])
    expect(newsFor(shown, live({ publication, claims: [[6, 'f']], corrections: 0 }))).toBe(null)
})
