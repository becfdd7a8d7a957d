import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOSTILE_ADDRESSES, PRIVATE_NUMBERS } from './hostile-addresses'
import { allPublic, isPublic, NoPublicAddress, publicUrl } from './public-address'

describe('an address that this server may go to', () => {
  test.each(HOSTILE_ADDRESSES.map((one) => [one]))('is not %s', (address) => {
    expect(() => publicUrl(address)).toThrow(NoPublicAddress)
  })

  test('is one of the public web, with its query and without its fragment', () => {
    expect(HOSTILE_ADDRESSES.length).toBeGreaterThan(100)
    for (const [typed, read] of [
      ['https://records.example/a?b=c#d', 'https://records.example/a?b=c'],
      ['HTTP://Records.Example:80/', 'http://records.example/'],
      ['https://records.example.:443/x', 'https://records.example./x'],
      ['https://müller.example/', 'https://xn--mller-kva.example/'],
      ['http://8.8.8.8/', 'http://8.8.8.8/'],
      ['https://[2606:4700:4700::1111]/', 'https://[2606:4700:4700::1111]/'],
    ] as const)
      expect(publicUrl(typed).href).toBe(read)
  })

  test('is checked again where a redirect leads, also one that names only a part', () => {
    const base = new URL('https://records.example/a/b')
    expect(publicUrl('../c', base).href).toBe('https://records.example/c')
    expect(() => publicUrl('//127.0.0.1/', base)).toThrow(NoPublicAddress)
    expect(() => publicUrl('http:/\\169.254.169.254/', base)).toThrow(NoPublicAddress)
  })
})

describe('numbers', () => {
  test.each(PRIVATE_NUMBERS.map((one) => [one]))('%s is not public', (number) => {
    expect(isPublic(number)).toBe(false)
  })

  test('a name that leads to one public and one private number is refused, as is one that leads nowhere', () => {
    expect(allPublic(['8.8.8.8', '2606:4700::1'])).toHaveLength(2)
    expect(() => allPublic(['8.8.8.8', '10.0.0.1'])).toThrow('private network')
    expect(() => allPublic(['2606:4700::1', '::ffff:8.8.8.8'])).toThrow('private network')
    expect(() => allPublic([])).toThrow('leads nowhere')
    expect(() => allPublic(['8.8.8.8%eth0'])).toThrow('private network')
  })

  test('however a private number is written, it is refused', () => {
    const inside = fc.oneof(
      fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
    )
    const radix = fc.constantFrom(
      (part: number) => String(part),
      (part: number) => `0x${part.toString(16)}`,
      (part: number) => `0${part.toString(8)}`,
    )
    fc.assert(
      fc.property(
        inside,
        fc.array(radix, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (parts, write, length) => {
          // The last part of a shortened number holds what the parts left out would have held.
          const head = parts.slice(0, length - 1)
          const rest = parts.slice(length - 1).reduce((sum, part) => sum * 256 + part, 0)
          const host = [...head, rest].map((part, nth) => write[nth]?.(part) ?? '').join('.')
          expect(() => publicUrl(`http://${host}/`), host).toThrow(NoPublicAddress)
          const [a, b, c, d] = parts
          const hex = ((a * 256 + b) * 65536 + c * 256 + d).toString(16).padStart(8, '0')
          for (const before of ['::ffff:', '64:ff9b::', '::'])
            expect(isPublic(`${before}${hex.slice(0, 4)}:${hex.slice(4)}`)).toBe(false)
        },
      ),
    )
  })
})
