import { expect, test } from 'vitest'
import { rank } from './rank'

test('what begins a word of the name stands before what begins another word for it, and that before the inside of one', () => {
  const named = rank('verd', 'Say which verdict you would give')
  const also = rank('verd', 'Add a source', 'evidence verdict')
  const inside = rank('verd', 'Overdrive', 'overdue overdirect averdict')
  expect(named).toBeGreaterThan(also)
  expect(also).toBeGreaterThan(inside)
  expect(inside).toBeGreaterThan(0)
})

test('letters that are strewn over a name are no match', () => {
  expect(rank('opin', 'Second factor and passkeys', 'authenticator TOTP 2FA recovery codes account')).toBe(0)
  expect(rank('opin', 'Open the claim on this word')).toBe(0)
  expect(rank('opin', 'Say which verdict you would give', 'opinion blind')).toBeGreaterThan(0)
})

test('every word typed has to be met, in any order; nothing typed lists everything', () => {
  expect(rank('repl find', 'Find and replace')).toBeGreaterThan(0)
  expect(rank('find nothing', 'Find and replace')).toBe(0)
  expect(rank('  ', 'Find and replace')).toBeGreaterThan(0)
  expect(rank('audit', 'Audit')).toBeGreaterThan(rank('audit', 'Audit of this claim'))
})
