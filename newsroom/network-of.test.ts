import { expect, test } from 'vitest'
import { networkOf } from '@/newsroom/network-of'

test('whoever has 2^64 addresses of their own is one visitor, and their neighbour another', () => {
  const [home, again, neighbour] = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::9', '2001:db8:1:3::1'].map(
    networkOf,
  )
  expect(home).toBe('2001:db8:1:2::/64')
  expect(again).toBe(home)
  expect(neighbour).not.toBe(home)
})

test('an IPv4 address stands for itself, however it is written', () => {
  expect(networkOf('198.51.100.7')).toBe('198.51.100.7')
  expect(networkOf('::ffff:198.51.100.7')).toBe('198.51.100.7')
  expect(networkOf('198.51.100.8')).not.toBe(networkOf('198.51.100.7'))
  expect(networkOf('unknown')).toBe('unknown')
})
