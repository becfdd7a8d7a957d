import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCloned } from '@/newsroom/passkeys/counter'
import { noPasskeysBecause, relyingParty } from '@/newsroom/passkeys/relying-party'

test.each([
  ['https://checks.example.org', 'checks.example.org'],
  ['https://checks.example.org:8443', 'checks.example.org'],
  ['http://localhost:3000', 'localhost'],
  ['http://desk.localhost:3000', 'desk.localhost'],
])('at %s passkeys are bound to %s', (site, id) => {
  expect(relyingParty(site)).toEqual({ id, origin: site })
})

test.each([
  'http://checks.example.org',
  'http://127.0.0.1:3000',
  'https://192.0.2.7',
  'https://[2001:db8::1]',
])('at %s there are none, and the page says why', (site) => {
  expect(relyingParty(site)).toBeNull()
  expect(noPasskeysBecause(site, new URL(site).host)).toMatch(/https/)
})

test('under another of the site’s names one is sent to its own', () => {
  expect(noPasskeysBecause('http://localhost:3000', 'localhost:3000')).toBeNull()
  expect(noPasskeysBecause('http://localhost:3000', '192.0.2.7:3000')).toContain('http://localhost:3000')
})

test('a count that does not rise is a copy’s, unless the key never counts', () => {
  const count = fc.nat(1_000_000)
  fc.assert(
    fc.property(count, count, (stored, now) => {
      expect(isCloned(BigInt(stored), now)).toBe(!(stored === 0 && now === 0) && now <= stored)
    }),
  )
})
