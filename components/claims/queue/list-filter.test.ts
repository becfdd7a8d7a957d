import { expect, test } from 'vitest'
import { sampleClaim } from '@/components/claims/claim-sample'
import { type ListFilter, listCounts, listedClaims, WHOLE_LIST } from './list-filter'

const me = { id: 'me', name: 'Mira' }
const claims = [
  sampleClaim({ number: 1, dueAt: '2026-03-05T10:00:00.000Z', verdictKey: 'false', assignee: me }),
  sampleClaim({ number: 2, priority: 'urgent', claimReviewed: 'Nine million trees.' }),
  sampleClaim({ number: 3, dueAt: '2026-03-04T10:00:00.000Z', status: 'approved', speaker: 'Bo Marsh' }),
  sampleClaim({ number: 4, status: 'dropped', priority: 'urgent', dueAt: '2026-03-01T10:00:00.000Z' }),
  sampleClaim({ number: 5, priority: 'urgent', dueAt: '2026-03-09T10:00:00.000Z' }),
]
const numbers = (some: Partial<ListFilter>) =>
  listedClaims(claims, { ...WHOLE_LIST, ...some }, 'me').map((claim) => claim.number)

test('an interview’s claims are narrowed by who has them, by verdict, and by words in any order', () => {
  expect(numbers({})).toEqual([1, 2, 3, 5])
  expect(numbers({ whose: 'me' })).toEqual([1])
  expect(numbers({ whose: 'nobody', stands: 'approved' })).toEqual([3])
  expect(numbers({ verdict: 'none' })).toEqual([2, 3, 5])
  expect(numbers({ text: 'TREES nine' })).toEqual([2])
  expect(numbers({ text: 'bo marsh tide' })).toEqual([3])
})

test('ordered by due time or urgency, what is alike stays in the order of the words', () => {
  expect(numbers({ sort: 'due' })).toEqual([3, 1, 5, 2])
  expect(numbers({ sort: 'priority' })).toEqual([5, 2, 3, 1])
})

test('counts are of what the list would show', () => {
  const counts = listCounts(claims, { ...WHOLE_LIST, whose: 'nobody' }, 'me')
  expect(counts).toMatchObject({ open: 3, flagged: 2, approved: 1, dropped: 1, held: 0 })
})
