import { expect, test } from 'vitest'
import { checkState } from '@/claims/repeat/check-state'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const root = (over: object = {}) => ({
  status: 'approved',
  version: 3,
  approvals: [{ approvedAt: at(5), claimVersion: 3 }],
  ...over,
})

test('an approval after the root’s holds, one before it is of an older check', () => {
  expect(checkState(root(), { approvedAt: at(6) })).toBe('holds')
  expect(checkState(root(), { approvedAt: at(4) })).toBe('changed')
  expect(checkState(root(), null)).toBe('holds')
})

test.each([
  ['is in review', root({ status: 'inReview' })],
  ['was dropped', root({ status: 'dropped' })],
  ['changed since it was approved', root({ version: 4 })],
  ['was never approved', root({ approvals: [] })],
])('nothing is shared of a root that %s', (_what, standing) => {
  expect(checkState(standing, { approvedAt: at(6) })).toBe('open')
})
