import { expect, it } from 'vitest'
import { Joined } from '@/publishing/joined'

it('a crowd that asks at once is answered by one question; the next one asks again', async () => {
  const joined = new Joined<number>()
  let asked = 0
  const ask = async () => ++asked
  expect(await Promise.all([1, 2, 3].map(() => joined.ask('page', ask)))).toEqual([1, 1, 1])
  expect(await joined.ask('page', ask)).toBe(2)
})

it('different questions do not wait for one another, and a failure is not remembered', async () => {
  const joined = new Joined<string>()
  const failing = joined.ask('a', () => Promise.reject(new Error('away')))
  expect(await joined.ask('b', async () => 'b')).toBe('b')
  await expect(failing).rejects.toThrow('away')
  expect(await joined.ask('a', async () => 'back')).toBe('back')
})
