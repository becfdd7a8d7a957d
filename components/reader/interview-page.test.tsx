import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { InterviewPage } from '@/components/reader/interview-page'
import { claimFixture, pageFixture, turnFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

const POLICIES = { methodologyHtml: '<p>How.</p>', correctionsHtml: '<p>Openly.</p>' }
const html = (page: PageSnapshot) => renderToStaticMarkup(<InterviewPage page={page} policies={POLICIES} />)
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found)

describe('the annotated page', () => {
  const page = pageFixture()
  const plain = html(page)

  it('has a stroke on the strip for every claim that was said in it, and each leads to its second', () => {
    const strokes = all(plain, /<a href="([^"]+)" data-claim="\d+"/g)
    expect(strokes).toEqual(
      page.claims.flatMap(({ place, startMs }) =>
        place && startMs !== null ? [`?t=${Math.floor(startMs / 1000)}#t${place.firstTurn}`] : [],
      ),
    )
    // What the drawing shows stands in words too: it is not read aloud.
    expect(all(plain, /<svg([^>]*)>/g).every((svg) => svg?.includes('aria-hidden="true"'))).toBe(true)
    for (const { number } of page.claims)
      expect(plain).toMatch(new RegExp(`<li[^>]*><a href="#claim-${number}"`))
  })

  it('says on each note what it can be asked for by, and offers every verdict as a count that leads to its claims', () => {
    for (const claim of page.claims)
      expect(plain).toContain(
        `data-verdict="${claim.verdict.key}" data-speaker="corvin-mallaby" data-topic="ferries"`,
      )
    const counts = all(plain, /href="#(list-[^"]+)" data-filter/g)
    expect(new Set(counts)).toEqual(
      new Set(['list-challenged', ...page.claims.map((claim) => `list-${claim.verdict.key}`)]),
    )
    for (const id of counts) expect(plain.split(`id="${id}"`)).toHaveLength(2)
  })

  it('is cut into chapters whose headings stand at their turns, and its headings go down by one at a time', () => {
    expect(plain).toMatch(/id="t4"><h3 class="chapter" id="chapter-2"[^>]*>Fog<\/h3>/)
    expect(plain).toContain('href="#chapter-2">Fog</a>')
    for (const text of [plain, html({ ...page, chapters: [] })]) {
      const levels = all(text, /<h([1-6])[ >]/g).map(Number)
      expect(levels[0]).toBe(1)
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  it('offers its picture in the widths that are smaller than itself, with its size kept free', () => {
    const [picture = ''] = all(plain, /<img ([^>]*)>/g)
    expect(all(picture, /(\d+)w/g)).toEqual(['480', '960', '1200'])
    expect(picture).toMatch(/width="1200" height="800"/)
    expect(picture).not.toContain('loading')
  })

  it('does without a strip, steps and filters where there is nothing to step through', () => {
    const bare = html({ ...page, claims: [], background: [], changes: [], chapters: [] })
    for (const nothing of [
      'class="glance"',
      'class="steps',
      'class="filters"',
      'class="summary"',
      'class="contents"',
    ])
      expect(bare).not.toContain(nothing)
  })

  it('gives every address within the page once, with many claims of many verdicts too', () => {
    const turns = Array.from({ length: 40 }, (_, at) =>
      turnFixture(at % 2, 'One two three four five six.', at * 60_000),
    )
    const claims = turns.map((_, at) =>
      claimFixture(turns, at + 1, { turn: at, from: 0, to: 3 }, { verdict: verdictFixture(`verdict-${at}`) }),
    )
    const text = html(pageFixture({ turns, claims, background: [], changes: [] }))
    const ids = all(text, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const within = all(text, / href="#([^"]+)"/g)
    expect(within.filter((id) => !ids.includes(id))).toEqual([])
  })
})
