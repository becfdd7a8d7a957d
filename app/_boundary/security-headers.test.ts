import { expect, test } from 'vitest'
import { deskHeaders, deskPolicy } from './security-headers'

function directive(policy: string, name: string): string[] {
  const found = policy.split('; ').find((part) => part.startsWith(`${name} `))
  return found?.split(' ').slice(1) ?? []
}

test('no script runs at the desk without this answer’s nonce', () => {
  const scripts = directive(deskPolicy('abc', { https: true, development: false }), 'script-src')
  expect(scripts).toContain("'nonce-abc'")
  expect(scripts).toContain("'strict-dynamic'")
  expect(scripts).not.toContain("'unsafe-inline'")
  expect(scripts).not.toContain("'unsafe-eval'")
  expect(scripts.some((source) => /^(https?:|\*|data:|blob:)/.test(source))).toBe(false)
})

test('nobody frames the desk, loads plugins into it, or sends its forms elsewhere', () => {
  const policy = deskPolicy('abc', { https: false, development: false })
  expect(directive(policy, 'frame-ancestors')).toEqual(["'none'"])
  expect(directive(policy, 'object-src')).toEqual(["'none'"])
  expect(directive(policy, 'base-uri')).toEqual(["'none'"])
  expect(directive(policy, 'form-action')).toEqual(["'self'"])
})

test('a browser is told to stay on https only where the site is on https', () => {
  expect(deskHeaders(true)).toHaveProperty('Strict-Transport-Security')
  expect(deskHeaders(false)).not.toHaveProperty('Strict-Transport-Security')
  expect(deskPolicy('abc', { https: false, development: false })).not.toContain('upgrade-insecure-requests')
})

test('nothing of the desk is kept by any cache', () => {
  expect(deskHeaders(true)['Cache-Control']).toBe('private, no-store')
})
