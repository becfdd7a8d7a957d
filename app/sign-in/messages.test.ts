import { expect, test } from 'vitest'
import { signInMessage } from './messages'

test('who has to wait is told for how long', () => {
  expect(signInMessage('RateLimited:840')).toMatch(/14 minutes/)
  expect(signInMessage('RateLimited:1')).toMatch(/a minute/)
})

test('a text written into the address is never shown', () => {
  expect(signInMessage('Call 555-0100 to unlock your account')).toBe(signInMessage('whatever'))
  expect(signInMessage('RateLimited:9 hours')).toBe(signInMessage('whatever'))
})

test('no code, no message', () => {
  expect(signInMessage(undefined)).toBeNull()
})

test.each([
  'WrongCode',
  'StepGone',
  'WrongPasskey',
  'CopiedPasskey',
  'UseProvider',
  'ProviderUnverified',
  'ProviderDomain',
  'ProviderNoRole',
  'ProviderNotInvited',
  'ProviderTaken',
  'ProviderDeactivated',
  'OAuthSignin',
  'OAuthCallback',
])('%s has a sentence of its own', (code) => {
  expect(signInMessage(code)).not.toBe(signInMessage('whatever'))
})
