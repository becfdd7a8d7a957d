import { expect, test } from 'vitest'
import { clientAddress } from '@/newsroom/client-address'

test('an address that a visitor writes into the header does not hide the one our proxy saw', () => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': '1.2.3.4, 198.51.100.7' }))).toBe('198.51.100.7')
  expect(clientAddress({ 'x-forwarded-for': '198.51.100.7' })).toBe('198.51.100.7')
})

test('without any address all share one counter rather than none', () => {
  expect(clientAddress({})).toBe('unknown')
  expect(clientAddress({ 'x-forwarded-for': '' })).toBe('unknown')
})
