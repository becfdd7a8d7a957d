import { namesAPerson } from '@/transcripts/speakers'
import type { PersonName } from '@/transcripts/views'

const MOST_PROPOSED = 3

/**
 * Persons the newsroom knows who may be meant by a name that is not quite theirs: the same name in other letters, or a
 * last name, alone or with an initial or a title. Proposed to the editor and never taken by themselves. At most three,
 * the closest first; empty where the name itself is known, or says nobody's name.
 */
export function personsLike(name: string, persons: readonly PersonName[]): PersonName[] {
  if (!namesAPerson(name, 'guest') || persons.some((person) => person.name === name.trim())) return []
  const sought = partsOf(name)
  return persons
    .map((person) => ({ person, rank: rankOf(sought, partsOf(person.name)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_PROPOSED)
    .map(({ person }) => person)
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'sir', 'president', 'senator', 'secretary', 'gov'])

/** A name's words without case, accents, full stops and titles. */
function partsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const named = words.filter((word) => !TITLES.has(word))
  return named.length > 0 ? named : words
}

/** 3 for the same name in other letters, 2 where first names or initials agree too, 1 for the last name alone, else 0. */
function rankOf(sought: readonly string[], known: readonly string[]): number {
  if (sought.join(' ') === known.join(' ')) return 3
  if (known.length < 2 || sought.at(-1) !== known.at(-1)) return 0
  const [given] = sought
  if (sought.length === 1 || given === undefined) return 1
  return given[0] === known[0]?.[0] && (given.length === 1 || known[0]?.startsWith(given)) ? 2 : 0
}
