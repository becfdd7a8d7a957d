import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none')
vi.stubEnv('NEXTAUTH_SECRET', 'a secret that only this test knows, long enough')
const { seal, unseal } = await import('@/newsroom/second-factor/seal')

test('what is sealed opens for its owner, is never sealed alike twice, and does not hold the text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.uuid(), (text, owner) => {
      const sealed = seal(text, owner)
      expect(unseal(sealed, owner)).toBe(text)
      expect(seal(text, owner)).not.toBe(sealed)
      expect(sealed).not.toContain(text)
    }),
  )
})

test('sealed for somebody else, it does not open', () => {
  expect(unseal(seal('secret', randomUUID()), randomUUID())).toBeNull()
})

test('with any character changed, it does not open', () => {
  const owner = randomUUID()
  const sealed = seal('JBSWY3DPEHPK3PXP', owner)
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'AQgw5.'), (at, other) => {
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      // The last character of a part may hold bits that decoding drops.
      const same = (text: string) =>
        text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'))
      fc.pre(same(changed).join() !== same(sealed).join())
      expect(unseal(changed, owner)).toBeNull()
    }),
  )
})

test.each(['', 'v1', 'v1...', 'v2.a.b.c', 'x'])('%j opens to nothing', (sealed) => {
  expect(unseal(sealed, 'owner')).toBeNull()
})
