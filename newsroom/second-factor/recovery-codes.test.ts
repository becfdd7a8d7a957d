import { expect, test } from 'vitest'
import { newRecoveryCodes, RECOVERY_CODES, recoveryCodeHash } from '@/newsroom/second-factor/recovery-codes'

test('there are ten, all different, of letters that are not mistaken for one another', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(RECOVERY_CODES)
  for (const code of codes)
    expect(code).toMatch(/^([bcdfghjkmnpqrstvwxz2-9]{4}-){3}[bcdfghjkmnpqrstvwxz2-9]{4}$/)
})

test('a code is the same however it is typed, and another for another member', () => {
  const [code = ''] = newRecoveryCodes()
  const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `
  expect(recoveryCodeHash('a', typed)).toBe(recoveryCodeHash('a', code))
  expect(recoveryCodeHash('b', code)).not.toBe(recoveryCodeHash('a', code))
})
