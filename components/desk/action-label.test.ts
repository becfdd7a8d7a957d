import { expect, test } from 'vitest'
import { actionLabel } from './action-label'

test('an action of the trail reads as words', () => {
  expect(actionLabel('member.roleChanged')).toBe('Member role changed')
  expect(actionLabel('claim.flagged')).toBe('Claim flagged')
})

test('a request that came twice is told as that', () => {
  expect(actionLabel('claim.flag-repeated')).toBe('Claim flag sent again')
  expect(actionLabel('evidence.repeated')).toBe('Evidence change sent again')
  expect(actionLabel('claim.moved')).toBe('Claim status changed')
})
