import { expect, test } from 'vitest'
import { Lanes } from '@/publishing/search/lanes'

test('so many run at once, the others in the order in which they came, and a failure frees its lane', async () => {
  const lanes = new Lanes(2, 2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const ask = (number: number) =>
    lanes.run(async () => {
      begun.push(number)
      await new Promise<void>((end) => ends.push(end))
      if (number === 0) throw new Error('the database went')
      return number
    })
  const answers = [0, 1, 2, 3].map((number) => ask(number).catch((error: Error) => error.message))
  expect(begun).toEqual([0, 1])
  expect(lanes.full).toBe(true)
  ends[0]?.()
  expect(await answers[0]).toBe('the database went')
  expect(begun).toEqual([0, 1, 2])
  expect(lanes.full).toBe(false)
  ends[1]?.()
  expect(await answers[1]).toBe(1)
  for (const end of ends) end()
  expect(await answers[2]).toBe(2)
  ends[3]?.()
  expect(await answers[3]).toBe(3)
})
