import { expect, it } from 'vitest'
import { newerTurns } from '@/components/claims/correct/newer-turns'

const turn = (id: string) => ({
  id,
  position: 0,
  speaker: null,
  text: id,
  startMs: null,
  endMs: null,
  afterId: null,
})

it('an answer that was overtaken on its way changes no turn back', () => {
  const known = new Map<string, number>()
  expect(newerTurns(known, { changed: [turn('a')], removed: ['b'] }, 12).changed).toHaveLength(1)
  const late = newerTurns(known, { changed: [turn('a'), turn('b'), turn('c')], removed: [] }, 11)
  expect(late.changed.map(({ id }) => id)).toEqual(['c'])
  // What was gone may come back with a later step.
  expect(newerTurns(known, { changed: [turn('b')], removed: [] }, 13).changed).toHaveLength(1)
})
