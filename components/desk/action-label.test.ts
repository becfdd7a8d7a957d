import { expect, test } from 'vitest'
import { actionLabel } from './action-label'

test('an action of the trail reads as words', () => {
  expect(actionLabel('member.roleChanged')).toBe('Member role changed')
  expect(actionLabel('claim.flagged')).toBe('Claim flagged')
})
