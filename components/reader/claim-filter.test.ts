import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  FILTER_KEYS,
  filterFrom,
  isFiltering,
  matches,
  queryWith,
  shownInWords,
} from '@/components/reader/claim-filter'

const facts = { verdict: 'false', speaker: 'corvin', topic: ['ferries', 'fog'], challenged: 'partly' }

it('a filter asks for everything that it names at once, and of several topics for one', () => {
  expect(matches({}, facts)).toBe(true)
  expect(matches({ verdict: 'false', topic: 'fog' }, facts)).toBe(true)
  expect(matches({ verdict: 'false', topic: 'fish' }, facts)).toBe(false)
  expect(matches({ speaker: 'odile' }, facts)).toBe(false)
  expect(matches({ challenged: 'challenged' }, facts)).toBe(false)
})

it('an address gives back the filter that was put into it, and keeps what else it says', () => {
  const filter = fc.record(Object.fromEntries(FILTER_KEYS.map((key) => [key, fc.string({ minLength: 1 })])), {
    requiredKeys: [],
  })
  fc.assert(
    fc.property(filter, fc.string(), (wanted, before) => {
      const rest = new URLSearchParams({ t: '754', more: before })
      const query = queryWith(`?${rest}`, wanted)
      expect(filterFrom(query)).toEqual(wanted)
      expect(new URLSearchParams(query).get('more')).toBe(before)
      expect(queryWith(query, {})).toBe(`?${rest}`)
      expect(isFiltering(wanted)).toBe(Object.keys(wanted).length > 0)
    }),
  )
  expect(queryWith('?verdict=false', {})).toBe('')
})

it('says how many claims are shown', () => {
  expect([shownInWords(7, 37), shownInWords(37, 37), shownInWords(1, 1)]).toEqual([
    '7 of 37 claims shown',
    'All 37 claims shown',
    '1 claim shown',
  ])
})
