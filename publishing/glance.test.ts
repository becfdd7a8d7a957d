import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glanceOf } from '@/publishing/glance'
import { claimFixture, pageFixture, turnFixture } from '@/publishing/snapshot-fixture'

describe('the interview at a glance', () => {
  it('shows who spoke when, in thousandths of the recording, and each claim in the lane of the voice that made it', () => {
    const glance = glanceOf(pageFixture(), 40_000)
    expect(glance?.durationMs).toBe(40_000)
    expect(glance?.lanes.map(({ name, claims }) => [name, claims.map(({ claim }) => claim.number)])).toEqual([
      ['Corvin Mallaby', [1, 2, 3, 4]],
      ['Odile Tansley', []],
    ])
    expect(glance?.lanes[0]?.claims[0]?.at).toBe(125)
    expect(glance?.lanes[1]?.spoke[0]).toEqual({ from: 0, to: 75 })
    expect(glance?.chapters.map(({ title, at }) => [title, at])).toEqual([
      ['Arriving', 0],
      ['Fog', 650],
    ])
  })

  it('goes by the length of the text where the words have no times', () => {
    const page = pageFixture()
    const turns = page.turns.map((turn) => ({
      ...turn,
      startMs: null,
      endMs: null,
      wordStarts: [],
      wordEnds: [],
    }))
    const glance = glanceOf({ ...page, turns }, null)
    expect(glance?.durationMs).toBeNull()
    expect(glance?.lanes.flatMap((lane) => lane.spoke).at(0)?.to).toBeGreaterThan(0)
    expect(Math.max(...(glance?.lanes.flatMap((lane) => lane.spoke.map(({ to }) => to)) ?? []))).toBe(1000)
  })

  it('leaves out claims that sit on no words, and is nothing where none does', () => {
    const page = pageFixture()
    const moved = page.claims.map((claim) => ({ ...claim, quote: 'Other words.' }))
    expect(glanceOf({ ...page, claims: moved }, 40_000)).toBeNull()
  })

  it('shows claims that begin in the same second beside one another', () => {
    const page = pageFixture()
    const claims = [1, 2, 3].map((number) =>
      claimFixture(page.turns, number, { turn: 1, from: 0, to: number + 3 }),
    )
    const glance = glanceOf({ ...page, claims }, 40_000)
    expect(glance?.lanes[0]?.claims.map(({ at }) => at)).toEqual([125, 129, 133])
  })

  it('gives a crowd of voices six lanes at most, and loses none of them', () => {
    const turns = Array.from({ length: 12 }, (_, voice) => turnFixture(voice, 'One two three.', voice * 1000))
    const participants = turns.map((_, voice) => ({
      slug: null,
      name: `Voice ${voice}`,
      affiliation: '',
      description: '',
      part: 'audience' as const,
    }))
    const claims = turns.map((_, at) => claimFixture(turns, at + 1, { turn: at, from: 0, to: 2 }))
    const glance = glanceOf(pageFixture({ turns, participants, claims, background: [] }), 12_000)
    expect(glance?.lanes).toHaveLength(6)
    expect(glance?.lanes.at(-1)?.name).toBe('Others')
    expect(glance?.lanes.flatMap((lane) => lane.claims)).toHaveLength(12)
  })

  it('stays within the strip, its stretches apart and in order, whatever the times are', () => {
    const times = fc.array(fc.nat(400_000), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 300_000 }), (starts, durationMs) => {
        const turns = [...starts]
          .sort((a, b) => a - b)
          .map((at, index) => turnFixture(index % 2, 'Some words here.', at))
        const claims = [claimFixture(turns, 1, { turn: 0, from: 0, to: 2 })]
        const glance = glanceOf(pageFixture({ turns, claims, background: [] }), durationMs)
        for (const { spoke, claims: own } of glance?.lanes ?? []) {
          for (const { at } of own) expect(at >= 0 && at <= 1000).toBe(true)
          for (const [index, { from, to }] of spoke.entries()) {
            expect(from >= 0 && to > from && to <= 1001).toBe(true)
            expect(from).toBeGreaterThan(spoke[index - 1]?.to ?? -1)
          }
        }
      }),
    )
  })
})
