import { expect, test } from 'vitest'
import { visitorReader } from './visitor.mjs'

const read = (proxies, peer, headers) => {
  const request = { headers: { ...headers }, socket: { remoteAddress: peer } }
  visitorReader(proxies)(request)
  return request.headers
}

test('nobody’s word is taken for an address where no proxy was named', () => {
  const forged = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=1.2.3.4',
  }
  expect(read(undefined, '198.51.100.7', forged)).toEqual({ 'x-forwarded-for': '198.51.100.7' })
  expect(read('', '127.0.0.1', forged)).toEqual({ 'x-forwarded-for': '127.0.0.1' })
  expect(read('10.0.0.0/8', '198.51.100.7', forged)).toEqual({ 'x-forwarded-for': '198.51.100.7' })
})

test('a named proxy is believed, and what it was told by somebody else is not', () => {
  const said = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7', 'x-forwarded-host': 'checks.example' }
  expect(read('127.0.0.1', '127.0.0.1', said)).toEqual({
    'x-forwarded-for': '198.51.100.7',
    'x-forwarded-host': 'checks.example',
  })
  expect(read('loopback, 198.51.100.0/24', '::ffff:127.0.0.1', said)['x-forwarded-for']).toBe('203.0.113.9')
  expect(read('uniquelocal', '172.18.0.1', {})['x-forwarded-for']).toBe('172.18.0.1')
})

test('a slip in the setting is said in one sentence', () => {
  expect(() => visitorReader('nginx')).toThrow(/CLAIMLINE_PROXIES must be addresses or networks/)
})
