import { describe, expect, it } from 'vitest'
import { chaptersOf } from '@/publishing/page-chapters'
import { claimFixture, pageFixture, turnFixture } from '@/publishing/snapshot-fixture'

const HOUR = 3_600_000

/** A page with an answer and a claim for each topic, over a time in ms. */
function pageOn(topics: readonly string[], lasts: number) {
  const turns = topics.flatMap((_, index) => {
    const at = Math.floor((index * lasts) / topics.length)
    return [
      turnFixture(0, 'And what of this?', at),
      turnFixture(1, 'It is as I say it is. '.repeat(150).trim(), at + 2000),
    ]
  })
  const timed = turns.map((turn, at) => ({ ...turn, endMs: turns[at + 1]?.startMs ?? lasts }))
  const claims = topics.map((topic, index) => {
    const about = { topics: [{ slug: topic.toLowerCase(), name: topic }] }
    return claimFixture(timed, index + 1, { turn: index * 2 + 1, from: 0, to: 3 }, about)
  })
  return pageFixture({ turns: timed, claims, chapters: [], background: [] })
}

describe('the chapters of a page', () => {
  it('are those that were set by hand, with the ms each begins at', () => {
    expect(chaptersOf(pageFixture())).toEqual([
      { turn: 0, title: 'Arriving', startMs: 0 },
      { turn: 4, title: 'Fog', startMs: 26_000 },
    ])
  })

  it('come from the topics of its claims where a long interview has none, from the question on', () => {
    const page = pageOn(['Ferries', 'Ferries', 'Fog', 'Fog'], HOUR)
    expect(chaptersOf(page).map(({ turn, title }) => [turn, title])).toEqual([
      [0, 'Ferries'],
      [4, 'Fog'],
    ])
  })

  it('are none where the interview is short', () => {
    expect(chaptersOf(pageOn(['Ferries', 'Ferries', 'Fog', 'Fog'], HOUR / 3))).toEqual([])
  })

  it('never begin at a turn that the page does not have', () => {
    expect(chaptersOf(pageFixture({ chapters: [{ turn: 99, title: 'Gone' }] }))).toEqual([])
  })
})
