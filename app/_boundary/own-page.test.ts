import { describe, expect, test } from 'vitest'
import { SignedOut } from '@/platform/errors'
import { requireOwnPage } from './own-page'

const rita = { id: '0199a4b0-0000-7000-8000-000000000001' }
const bo = { id: '0199a4b0-0000-7000-8000-000000000002' }

describe('what a page sends', () => {
  test('is refused where somebody else has signed in with the same browser since', () => {
    expect(() => requireOwnPage(bo, { claimId: 'c', pageOf: rita.id })).toThrow(SignedOut)
    expect(() => requireOwnPage(bo, { claimId: 'c', pageOf: rita.id })).toThrow(/kept here/)
  })

  test('passes where it is its own member’s, or says of nobody that it is theirs', () => {
    for (const input of [{ pageOf: rita.id }, { claimId: 'c' }, { pageOf: 7 }, null, undefined, 'text', []])
      expect(() => requireOwnPage(rita, input)).not.toThrow()
  })
})
