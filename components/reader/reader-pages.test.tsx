import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ClaimPage } from '@/components/reader/claim-page'
import { InterviewPage } from '@/components/reader/interview-page'
import { TakedownPage } from '@/components/reader/plain-pages'
import { ReaderDocument } from '@/components/reader/reader-document'
import { claimReview, dataBlock } from '@/publishing/claim-review'
import { claimFixture, evidenceFixture, pageFixture, turnFixture } from '@/publishing/snapshot-fixture'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

const ASSETS = {
  css: '/reader/a.css',
  fonts: [],
  icon: '/reader/i.svg',
  player: '/reader/p.js',
  reader: '/reader/r.js',
  share: '/reader/s.js',
}
const POLICIES = { methodologyHtml: '<p>How.</p>', correctionsHtml: '<p>Openly.</p>' }
const ORIGIN = 'https://checks.example'

function documentOf(body: ReactElement, jsonLd: string | null = null, title = 'A page'): string {
  return renderToStaticMarkup(
    <ReaderDocument
      site={{ name: 'The Lantern', origin: ORIGIN, assets: ASSETS }}
      head={{ title, description: title, path: '/x', jsonLd, scripts: ['player', 'reader'] }}
    >
      {body}
    </ReaderDocument>,
  )
}

const interview = (page: PageSnapshot) =>
  documentOf(<InterviewPage page={page} policies={POLICIES} />, null, page.interview.title)

function claimDocument(page: PageSnapshot, number: number): string {
  const claim = page.claims.find((each) => each.number === number)
  if (!claim) throw new Error(`The fixture has no claim ${number}.`)
  const review = claimReview(page, claim, ORIGIN)
  return documentOf(<ClaimPage page={page} claim={claim} />, review && dataBlock(review), claim.claimReviewed)
}

/** What a reader sees of markup: no tags, entities decoded, white space joined. */
function visible(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}

describe('a public page', () => {
  const page = pageFixture()

  it.each([
    ['interview', interview(page)],
    ['claim', claimDocument(page, 1)],
  ])('(%s) holds no inline script, no inline style and no handler', (_, html) => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<style/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    for (const [, attributes, body] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      expect(body === '' || attributes?.includes('application/ld+json')).toBe(true)
    }
  })

  it('shows whatever people typed as text', () => {
    const evil = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>'
    const turns = [turnFixture(0, `He said ${evil} twice.`, 0)]
    const claim = claimFixture(
      turns,
      1,
      { turn: 0, from: 1, to: 4 },
      {
        claimReviewed: evil,
        speaker: { name: evil, personSlug: null, affiliation: evil },
        evidence: [evidenceFixture({ title: evil, publisher: evil, quote: evil })],
        topics: [{ slug: 'x', name: evil }],
      },
    )
    const hostile = pageFixture({
      turns,
      claims: [claim],
      background: [],
      changes: [
        {
          kind: 'correction',
          wrong: evil,
          note: evil,
          claimNumber: 1,
          at: '2025-10-18T10:00:00.000Z',
          publication: 2,
        },
      ],
      interview: { ...page.interview, title: evil, standfirst: evil, dateline: evil, bylines: [evil] },
    })
    for (const html of [interview(hostile), claimDocument(hostile, 1)]) {
      expect(html).not.toMatch(/<img src=x/)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('&lt;script&gt;alert(2)')
    }
  })

  it('keeps the transcript letter for letter, claims or not', () => {
    const html = interview(page)
    const said = [...html.matchAll(/<p class="said"[^>]*>(.*?)<\/p>/gs)].map(([, inner]) =>
      visible(inner ?? ''),
    )
    const words = (text: string) => text.replace(/\s+/g, '')
    expect(said.map(words)).toEqual(page.turns.map((turn) => words(turn.text)))
  })

  it('gives every claim a note at its address, and every placed claim words that lead to it', () => {
    const html = interview(page)
    for (const { number, place } of page.claims) {
      expect(html.split(`id="claim-${number}"`)).toHaveLength(2)
      if (place) expect(html).toMatch(new RegExp(`<mark[^>]*>(?:(?!</mark>).)*href="#claim-${number}"`, 's'))
      if (place) expect(html.split(`id="said-${number}"`)).toHaveLength(2)
    }
  })

  it('shows a verdict by its word, never by colour alone', () => {
    const html = visible(interview(page))
    for (const { verdict } of page.claims) expect(html).toContain(verdict.label)
  })

  it('puts experts who disagree side by side, with what each rests on', () => {
    const html = visible(claimDocument(page, 3))
    expect(html).toContain('Experts disagree')
    expect(html).toContain('Saw the data')
    expect(html).toContain('Opinion')
    expect(html).toContain('Declined to comment')
  })

  it('does not hide a correction: it stands above the story and in the claim', () => {
    const html = visible(interview(page))
    expect(html.split('We had named the wrong lighthouse.').length - 1).toBeGreaterThanOrEqual(3)
    expect(html.indexOf('We had named the wrong lighthouse.')).toBeLessThan(html.indexOf('Transcript'))
  })

  it('says nothing in its data that a reader cannot see', () => {
    for (const number of [1, 3, 5]) {
      const html = claimDocument(page, number)
      const text = visible(html)
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}'
      const review = JSON.parse(block)
      expect(text).toContain(review.claimReviewed)
      expect(text).toContain(review.reviewRating.alternateName)
      expect(text).toContain(review.itemReviewed.author.name)
      expect(text).toContain(review.itemReviewed.appearance.name)
      expect(html).toContain(`<time dateTime="${page.claims[0]?.checkedAt}">`)
    }
  })

  it('reads a right-to-left transcript from the right, in a page that does not turn round', () => {
    const arabic = pageFixture({ interview: { ...page.interview, language: 'ar', direction: 'rtl' } })
    const html = interview(arabic)
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(html).toMatch(/<section class="transcript"[^>]*lang="ar"/)
    expect(html).toContain('<p class="said" dir="rtl"')
  })
})

describe('a page that was taken down', () => {
  it('shows the notice and nothing of what stood there', () => {
    const html = documentOf(
      <TakedownPage
        takedown={{
          v: 1,
          kind: 'takedown',
          number: 3,
          slug: 'harbour-hour',
          notice: 'Taken down by order of the court.',
          takenDownAt: '2025-10-19T10:00:00.000Z',
          site: { name: 'The Lantern', timeZone: 'UTC' },
        }}
      />,
      null,
      'Taken down',
    )
    expect(visible(html)).toContain('Taken down by order of the court.')
    for (const trace of ['Mallaby', 'ferry', 'claim-1', 'application/ld+json'])
      expect(html).not.toContain(trace)
  })
})
