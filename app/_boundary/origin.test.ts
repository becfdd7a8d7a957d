import { expect, test } from 'vitest'
import { Forbidden } from '@/platform/errors'
import { checkOrigin } from './origin'

const SITE = 'https://checks.example.org'
const refused = (headers: Record<string, string>, site = SITE) =>
  expect(() => checkOrigin(new Headers(headers), site)).toThrow(Forbidden)
const passes = (headers: Record<string, string>, site = SITE) =>
  expect(() => checkOrigin(new Headers(headers), site)).not.toThrow()

test('a page of this site may change things', () => {
  passes({ origin: SITE, host: 'checks.example.org', 'sec-fetch-site': 'same-origin' })
  passes({ origin: SITE, host: 'inner:3000' })
})

test('a server opened by its number works as well as by its name', () => {
  passes({ origin: 'http://192.0.2.9:3000', host: '192.0.2.9:3000' }, 'http://localhost:3000')
})

test('a page of another site changes nothing', () => {
  refused({ origin: 'https://evil.example', host: 'checks.example.org' })
  refused({ origin: 'https://checks.example.org.evil.example', host: 'checks.example.org' })
  refused({
    origin: 'https://other.checks.example.org',
    host: 'checks.example.org',
    'sec-fetch-site': 'same-site',
  })
  refused({ origin: SITE, host: 'checks.example.org', 'sec-fetch-site': 'cross-site' })
})

test('a request that does not say where it comes from changes nothing', () => {
  refused({ host: 'checks.example.org' })
  refused({ origin: 'null', host: 'checks.example.org' })
  refused({ origin: '', host: 'checks.example.org' })
})

test('a site served over https takes nothing from a page that was not', () => {
  refused({ origin: 'http://checks.example.org', host: 'checks.example.org' })
})
