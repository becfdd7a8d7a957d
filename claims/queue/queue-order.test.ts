import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PRIORITIES } from '@/claims/words-of-the-trade'
import { SORTS } from './queue-filter'
import { type Placed, placeOf, readPlace, writePlace } from './queue-order'

const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const claims: fc.Arbitrary<Placed> = fc.record({
  id: fc.uuid(),
  interviewId: fc.uuid(),
  number: fc.integer({ min: 1, max: 100_000 }),
  priority: fc.constantFrom(...PRIORITIES),
  dueAt: fc.option(moment, { nil: null }),
  updatedAt: moment,
  createdAt: moment,
  turn: fc.option(fc.nat(60_000), { nil: null }),
  firstWord: fc.option(fc.nat(5000), { nil: null }),
})

test('an address gives back the place in the queue that it was made of, whatever the order', () => {
  fc.assert(
    fc.property(claims, fc.constantFrom(...SORTS), (claim, sort) => {
      const place = placeOf(sort, claim)
      expect(readPlace(sort, writePlace(place))).toEqual(place)
    }),
  )
})

test('a place of another order, or nonsense, is no place', () => {
  const place = writePlace(['2026-03-04T08:00:00.000Z', '019123ab-0000-7000-8000-000000000000'])
  expect(readPlace('changed', place)).not.toBeNull()
  expect(readPlace('priority', place)).toBeNull()
  expect(readPlace('changed', "2026'; drop table~x")).toBeNull()
  expect(readPlace('due', undefined)).toBeNull()
})
