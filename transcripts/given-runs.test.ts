import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GivenRuns, givenRunsSchema, givenTo, giveRun } from '@/transcripts/given-runs'

const acts = fc.array(
  fc.record({
    from: fc.nat(30),
    length: fc.nat(10),
    name: fc.option(fc.constantFrom('Ana', 'Ben', '')),
  }),
  { maxLength: 30 },
)

test('each turn has the name that was given to it last, and the runs stay what the server accepts', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const told = new Map<number, string>()
      let runs: GivenRuns = []
      for (const { from, length, name } of list) {
        runs = giveRun(runs, from, from + length, name)
        for (let turn = from; turn <= from + length; turn++)
          if (name === null) told.delete(turn)
          else told.set(turn, name)
      }
      expect(givenRunsSchema.safeParse(runs).success).toBe(true)
      for (let turn = 0; turn <= 45; turn++) expect(givenTo(runs, turn)).toBe(told.get(turn))
    }),
  )
})

test('neighbours given one name are one run', () => {
  const runs = giveRun(giveRun([], 0, 2, 'Ana'), 3, 4, 'Ana')
  expect(runs).toEqual([{ first: 0, last: 4, name: 'Ana' }])
})

test('runs that overlap are refused', () => {
  const overlapping = [
    { first: 0, last: 4, name: 'Ana' },
    { first: 4, last: 5, name: 'Ben' },
  ]
  expect(givenRunsSchema.safeParse(overlapping).success).toBe(false)
})
