import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PRIORITIES, STATUSES } from '@/claims/words-of-the-trade'
import {
  ALL,
  DUE_CHOICES,
  filterOfQuery,
  filterQuery,
  narrowings,
  PRESETS,
  type QueueFilter,
  queueAddress,
  readFilter,
  SORTS,
} from './queue-filter'

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const filters: fc.Arbitrary<QueueFilter> = fc.record({
  statuses: fc.subarray([...STATUSES]),
  assignee: maybe(fc.oneof(fc.constantFrom('me', 'nobody'), fc.uuid())),
  priorities: fc.subarray([...PRIORITIES]),
  due: maybe(fc.constantFrom(...DUE_CHOICES)),
  interviewId: maybe(fc.uuid()),
  verdict: maybe(fc.constantFrom('false', 'missing-context', 'none')),
  topic: maybe(fc.constantFrom('trees', 'harbour-2', 'a')),
  challenge: maybe(fc.constantFrom('unchallenged', 'partly', 'challenged')),
  handedBack: fc.boolean(),
  needsAnchor: fc.boolean(),
  unseen: fc.boolean(),
  text: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/\0/g, '').trim()),
  sort: fc.constantFrom(...SORTS),
})

test('an address carries the whole of a filter, and gives it back', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(filterOfQuery(filterQuery(filter))).toEqual(filter)
    }),
  )
})

test('an address is never refused: what cannot be read in it is left out', () => {
  const anything = fc.dictionary(
    fc.constantFrom(
      'status',
      'assignee',
      'priority',
      'due',
      'interview',
      'verdict',
      'topic',
      'q',
      'sort',
      'back',
    ),
    fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(undefined)),
  )
  fc.assert(
    fc.property(anything, (query) => {
      const filter = readFilter(query)
      expect(filterOfQuery(filterQuery(filter))).toEqual(filter)
    }),
  )
  expect(readFilter({ status: 'approved,nonsense', due: 'someday', sort: 'x' })).toEqual({
    ...ALL,
    statuses: ['approved'],
  })
})

test('the whole queue has the short address, and choices are counted without the order', () => {
  expect(queueAddress(ALL)).toBe('/desk/claims')
  expect(narrowings({ ...ALL, sort: 'due' })).toBe(0)
  expect(narrowings({ ...ALL, text: 'trees', due: 'today', handedBack: true })).toBe(3)
})

test('each queue that everybody has can be told from the others by its address', () => {
  expect(new Set(PRESETS.map(({ filter }) => queueAddress(filter))).size).toBe(PRESETS.length)
})
