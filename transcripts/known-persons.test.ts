import { expect, test } from 'vitest'
import { personsLike } from '@/transcripts/known-persons'

const KNOWN = [
  { name: 'Orla Finch', affiliation: 'Harbour board' },
  { name: 'Otto Finch', affiliation: '' },
  { name: 'Zoë Brandt', affiliation: '' },
  { name: 'Prince', affiliation: '' },
]
const names = (name: string) => personsLike(name, KNOWN).map((person) => person.name)

test('a last name proposes everybody who has it', () => {
  expect(names('FINCH')).toEqual(['Orla Finch', 'Otto Finch'])
  expect(names('Mr. Finch')).toEqual(['Orla Finch', 'Otto Finch'])
})

test('an initial tells two of one name apart', () => {
  expect(names('Or. Finch')).toEqual(['Orla Finch'])
  expect(names('O. Finch')).toEqual(['Orla Finch', 'Otto Finch'])
})

test('accents and case do not hide a person', () => {
  expect(names('ZOE BRANDT')).toEqual(['Zoë Brandt'])
})

test('somebody else of that last name is not proposed', () => {
  expect(names('Mina Finch')).toEqual([])
})

test('a name that is known already, or nobody’s, proposes nobody', () => {
  expect(names('Orla Finch')).toEqual([])
  expect(names('Speaker 1')).toEqual([])
  expect(names('')).toEqual([])
})
