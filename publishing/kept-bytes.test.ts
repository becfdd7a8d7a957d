import { expect, it } from 'vitest'
import { KeptBytes } from '@/publishing/kept-bytes'

it('what was asked for longest ago goes first', () => {
  const kept = new KeptBytes<string>(10)
  kept.set('a', 'A', 4)
  kept.set('b', 'B', 4)
  kept.get('a')
  kept.set('c', 'C', 4)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['A', undefined, 'C'])
})

it('one value heavier than the store is not kept and drives nothing out', () => {
  const kept = new KeptBytes<string>(10)
  kept.set('a', 'A', 4)
  kept.set('huge', 'H', 11)
  expect([kept.get('a'), kept.get('huge')]).toEqual(['A', undefined])
})
