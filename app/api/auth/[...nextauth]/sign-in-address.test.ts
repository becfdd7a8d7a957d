import { expect, test } from 'vitest'
import { signInAddress, typedEmailCookie } from './sign-in-address'

const SITE = 'http://localhost:3000'

test('a refusal leads to our sign-in page with its code, and keeps where one wanted to go', () => {
  const target = new URL(`${SITE}/api/auth/error?error=CredentialsSignin&provider=credentials`)
  expect(signInAddress(target, '/desk/claims')).toBe(
    '/sign-in?callbackUrl=%2Fdesk%2Fclaims&error=CredentialsSignin',
  )
})

test('a wish to go elsewhere is dropped on the way', () => {
  const target = new URL(`${SITE}/api/auth/signin?csrf=true`)
  expect(signInAddress(target, 'https://evil.example/desk')).toBe(
    '/sign-in?callbackUrl=%2Fdesk&error=Expired',
  )
})

test('success leads to the path alone, so that the name one opened the server by stays', () => {
  expect(signInAddress(new URL(`${SITE}/desk/members?x=1`), null)).toBe('/desk/members?x=1')
})

test('a typed address cannot add attributes to its cookie', () => {
  expect(typedEmailCookie('a; Domain=evil.example\r\nSet-Cookie: b=1', true)).not.toMatch(
    /[\r\n]|Domain=evil/,
  )
})

test('a right password leads to the second step, and a wrong code back to it', () => {
  const to = (error: string) =>
    signInAddress(new URL(`${SITE}/api/auth/error?error=${error}`), '/desk/claims')
  expect(to('SecondFactor')).toBe('/sign-in/code?callbackUrl=%2Fdesk%2Fclaims')
  expect(to('WrongCode')).toBe('/sign-in/code?callbackUrl=%2Fdesk%2Fclaims&error=WrongCode')
  expect(to('CodeRateLimited:60')).toMatch(/^\/sign-in\/code\?/)
  expect(to('StepGone')).toMatch(/^\/sign-in\?/)
})
