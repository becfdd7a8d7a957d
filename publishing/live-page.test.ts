import { expect, test } from 'vitest'
import { livePage, livePageSchema } from '@/publishing/live-page'
import { pageFixture } from '@/publishing/snapshot-fixture'
import type { SnapshotChange } from '@/publishing/snapshot-schema'

const page = pageFixture()

test('says which claims stand there and how many changes were told, in a few bytes a claim', () => {
  const live = livePage(page)
  expect(livePageSchema.parse(live)).toEqual(live)
  expect(live.publication).toBe(page.number)
  expect(live.claims.map(([number]) => number)).toEqual(page.claims.map((claim) => claim.number))
  expect(JSON.stringify(live).length).toBeLessThan(100 + 20 * page.claims.length)
})

test('a claim’s mark changes with anything that readers see of it, and with nothing else', () => {
  const [first, ...rest] = page.claims
  if (!first) throw new Error('The page has no claim.')
  const marks = (over: Partial<typeof page>) => livePage({ ...page, ...over }).claims.map(([, mark]) => mark)
  const before = marks({})
  expect(marks({ number: page.number + 1 })).toEqual(before)
  const found = marks({ claims: [{ ...first, explanationHtml: '<p>Found anew.</p>' }, ...rest] })
  expect(found[0]).not.toBe(before[0])
  expect(found.slice(1)).toEqual(before.slice(1))
  const change: SnapshotChange = {
    kind: 'correction',
    wrong: 'It said ten.',
    note: 'It is nine.',
    claimNumber: first.number,
    at: '2026-03-04T08:00:00.000Z',
    publication: 2,
  }
  const told = marks({ changes: [change, ...page.changes] })
  expect(told[0]).not.toBe(before[0])
  expect(told.slice(1)).toEqual(before.slice(1))
})
