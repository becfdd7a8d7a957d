import type { PresentPage } from '@/claims/presence/views'

/** A colleague who has the interview open, in one page or several. */
export type Person = { id: string; name: string; places: readonly Place[] }
export type Place = Pick<PresentPage, 'claimId' | 'field'>

/** Colleagues by name, without the reader of this page. */
export function personsOf(pages: readonly PresentPage[], ownId: string): Person[] {
  const byId = new Map<string, Person & { places: Place[] }>()
  for (const { memberId, name, claimId, field } of pages) {
    if (memberId === ownId) continue
    const person = byId.get(memberId) ?? { id: memberId, name, places: [] }
    person.places.push({ claimId, field })
    byId.set(memberId, person)
  }
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
}

/** Those who have a claim open. */
export function inClaim(persons: readonly Person[], claimId: string): Person[] {
  return persons.filter(({ places }) => places.some((place) => place.claimId === claimId))
}

/** Those whose cursor is in a field of a claim. */
export function inField(persons: readonly Person[], claimId: string, field: string): Person[] {
  return persons.filter(({ places }) =>
    places.some((place) => place.claimId === claimId && place.field === field),
  )
}

/** “Ada Quill”, “Ada Quill and Bo Marsh”, “Ada Quill, Bo Marsh and 3 others”. */
export function namesOf(persons: readonly Person[]): string {
  const names = persons.map((person) => person.name)
  if (names.length <= 2) return names.join(' and ')
  if (names.length === 3) return `${names[0]}, ${names[1]} and ${names[2]}`
  return `${names[0]}, ${names[1]} and ${names.length - 2} others`
}

/** One or two letters for a small badge: of the first and the last word of a name, whole letters in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = firstLetter(words[0] ?? '')
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : ''
  return `${first}${last}`.toLocaleUpperCase()
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstLetter(word: string): string {
  const [first] = letters.segment(word.replace(/^[^\p{L}\p{N}]+/u, ''))
  return first?.segment ?? ''
}
