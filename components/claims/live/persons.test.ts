import { expect, test } from 'vitest'
import { inClaim, inField, initialsOf, namesOf, personsOf } from './persons'

const page = (memberId: string, name: string, claimId: string | null = null, field = '') => ({
  memberId,
  name,
  claimId,
  field,
})

test('a colleague with two pages is one person in two places; oneself is not shown', () => {
  const persons = personsOf(
    [
      page('b', 'Bo', 'one'),
      page('me', 'Me', 'one'),
      page('a', 'Ada'),
      page('b', 'Bo', 'two', 'explanation'),
    ],
    'me',
  )
  expect(persons.map((person) => person.name)).toEqual(['Ada', 'Bo'])
  expect(inClaim(persons, 'one').map((person) => person.id)).toEqual(['b'])
  expect(inField(persons, 'two', 'explanation').map((person) => person.id)).toEqual(['b'])
  expect(inField(persons, 'one', 'explanation')).toEqual([])
})

test('names read as a sentence, however many there are', () => {
  const some = (count: number) =>
    personsOf(
      Array.from({ length: count }, (_, index) => page(`${index}`, `P${String(index).padStart(2, '0')}`)),
      'me',
    )
  expect([1, 2, 3, 4, 50].map((count) => namesOf(some(count)))).toEqual([
    'P00',
    'P00 and P01',
    'P00, P01 and P02',
    'P00, P01 and 2 others',
    'P00, P01 and 48 others',
  ])
})

test('initials are whole letters in any script', () => {
  const made = [
    'Ada Quill',
    'plato',
    '  Jo  van der Berg ',
    'Éa Ōta',
    'محمد علي',
    '李 明',
    '“Q” Smith',
    '',
  ].map(initialsOf)
  expect(made).toEqual(['AQ', 'P', 'JB', 'ÉŌ', 'مع', '李明', 'QS', ''])
})
