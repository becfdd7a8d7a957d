import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, slugFrom } from '@/transcripts/slug'

test.each([
  ['An Evening With Nobody', 'an-evening-with-nobody'],
  ['Straße, Çeşme & Łódź', 'strasse-cesme-lodz'],
  ["The Minister's “plan”: 2026", 'the-ministers-plan-2026'],
  ['مقابلة', ''],
])('a title makes an address people can read: %s', (title, slug) => {
  expect(slugFrom(title)).toBe(slug)
})

test('whatever the title, the database would accept the address, or there is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const slug = slugFrom(title)
      return slug === '' || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60)
    }),
  )
})

test('a taken address gets the next free number', () => {
  expect(freeSlug('talk', new Set(['talk', 'talk-2']))).toBe('talk-3')
  expect(freeSlug('talk', new Set())).toBe('talk')
})
