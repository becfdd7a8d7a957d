import fc from 'fast-check'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { codeAt, newSecret, secretAddress, stepOfCode } from '@/newsroom/second-factor/totp'

/** The secret of the standard's own table (RFC 6238, appendix B), whose SHA-1 codes end in these six digits. */
const OF_THE_STANDARD = Secret.fromLatin1('12345678901234567890').base32

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at second %i the code is that of the standard', (second, code) => {
  const at = new Date(second * 1000)
  expect(codeAt(OF_THE_STANDARD, at)).toBe(code)
  expect(stepOfCode(OF_THE_STANDARD, code, { at, lastStep: null })).toBe(Math.floor(second / 30))
})

const secretAndMoment = fc.record({
  secret: fc.constant(null).map(() => newSecret()),
  seconds: fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }),
})

test('a code is taken for a step before and after its own, and no further', () => {
  fc.assert(
    fc.property(secretAndMoment, fc.integer({ min: -4, max: 4 }), ({ secret, seconds }, steps) => {
      const code = codeAt(secret, new Date(seconds * 1000))
      const step = Math.floor(seconds / 30)
      const taken = stepOfCode(secret, code, { at: new Date((seconds + steps * 30) * 1000), lastStep: null })
      // Two steps may have one code by chance, once in some hundred thousand: then the other step is as right.
      if (Math.abs(steps) <= 1) expect(Math.abs((taken ?? Number.NaN) - step)).toBeLessThanOrEqual(2)
      else if (taken !== null) expect(codeAt(secret, new Date(taken * 30_000))).toBe(code)
    }),
  )
})

test('a code opens nothing again, nor does one from before it', () => {
  fc.assert(
    fc.property(secretAndMoment, fc.integer({ min: 0, max: 1 }), ({ secret, seconds }, back) => {
      const at = new Date(seconds * 1000)
      const lastStep = Math.floor(seconds / 30)
      const code = codeAt(secret, new Date((seconds - back * 30) * 1000))
      const taken = stepOfCode(secret, code, { at, lastStep })
      expect(taken === null || taken > lastStep).toBe(true)
    }),
  )
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12 34', '-12345'])('%j is no code', (typed) => {
  expect(stepOfCode(OF_THE_STANDARD, typed, { at: new Date(59_000), lastStep: null })).toBeNull()
})

test('the address names the site and the account, whatever they are called', () => {
  const address = new URL(secretAddress(newSecret(), { site: 'Checks: live & more', account: 'a@b.example' }))
  expect(address.protocol).toBe('otpauth:')
  expect(address.searchParams.get('issuer')).toBe('Checks  live & more')
  expect(decodeURIComponent(address.pathname)).toContain('a@b.example')
})
