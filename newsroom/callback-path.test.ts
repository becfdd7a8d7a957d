import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callbackPath } from '@/newsroom/callback-path'

const SITE = 'https://checks.example.org'

test('sign-in leads back to the desk page one came from, query included', () => {
  expect(callbackPath('/desk/claims?status=held', SITE)).toBe('/desk/claims?status=held')
  expect(callbackPath(`${SITE}/desk/members`, SITE)).toBe('/desk/members')
})

test.each([
  'https://evil.example/desk',
  '//evil.example/desk',
  '/\\evil.example/desk',
  'https://checks.example.org.evil.example/desk',
  'https://checks.example.org@evil.example/desk',
  'javascript:alert(1)',
  'data:text/html,hi',
  '/sign-in',
  '/api/auth/signout',
  '/desk/../api/health',
  '/desk//../..//evil.example',
  '/deskevil',
  '',
  null,
  undefined,
])('sign-in never leads to %s', (wanted) => {
  expect(callbackPath(wanted, SITE)).toBe('/desk')
})

test('whatever is asked for, the answer is a path under the desk on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((tail) => `/desk${tail}`),
      ),
      (wanted) => {
        const url = new URL(callbackPath(wanted, SITE), SITE)
        return url.origin === SITE && /^\/desk(\/|$)/.test(url.pathname)
      },
    ),
  )
})
