import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { atomFeed } from '@/publishing/feeds/atom'
import { changeEntry, claimEntry } from '@/publishing/feeds/entries'
import { type Feed, tagUri } from '@/publishing/feeds/feed'
import { jsonFeed } from '@/publishing/feeds/json-feed'
import { pageFixture } from '@/publishing/snapshot-fixture'

const ORIGIN = 'https://checks.example'
const page = pageFixture()
const about = {
  slug: 'harbour-hour',
  title: page.interview.title,
  language: 'en-GB',
  firstPublishedAt: page.firstPublishedAt,
}

function feedOf(over: Partial<Feed> = {}): Feed {
  return {
    id: tagUri(ORIGIN, '2020-01-01T00:00:00Z', '/feeds/claims'),
    title: 'The Tollmere Lantern: Claims',
    subtitle: 'What we found.',
    siteName: 'The Tollmere Lantern',
    home: `${ORIGIN}/claims`,
    self: `${ORIGIN}/feeds/claims.atom?after=a`,
    first: `${ORIGIN}/feeds/claims.atom`,
    next: `${ORIGIN}/feeds/claims.atom?after=b`,
    other: { href: `${ORIGIN}/feeds/claims.json?after=a`, type: 'application/feed+json' },
    updated: page.publishedAt,
    entries: page.claims.map((claim) => claimEntry(about, claim, null, ORIGIN)),
    ...over,
  }
}

const link = z.object({ '@rel': z.string(), '@href': z.url(), '@type': z.string() })
/** What RFC 4287 demands of a feed (4.1.1) and of an entry (4.1.2). */
const atomSchema = z.object({
  feed: z.object({
    '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
    id: z.string().regex(/^[a-z]+:\S+$/),
    title: z.string().min(1),
    updated: z.iso.datetime(),
    author: z.array(z.object({ name: z.string().min(1) })).length(1),
    link: z.array(link),
    entry: z.array(
      z.object({
        id: z.string().regex(/^[a-z]+:\S+$/),
        title: z.string(),
        updated: z.iso.datetime(),
        published: z.iso.datetime(),
        link: z.array(link).min(1),
        summary: z.string(),
        content: z.object({ '@type': z.literal('html'), '#text': z.string() }).optional(),
        category: z.array(z.object({ '@term': z.string().min(1), '@label': z.string() })).default([]),
      }),
    ),
  }),
})
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  parseTagValue: false,
  isArray: (tag) => ['entry', 'link', 'author', 'category'].includes(tag),
})
function read(atom: string) {
  expect(XMLValidator.validate(atom)).toBe(true)
  return atomSchema.parse(parser.parse(atom)).feed
}

describe('an Atom feed', () => {
  it('has what RFC 4287 demands, and each entry a name of its own', () => {
    const feed = read(atomFeed(feedOf()))
    const ids = feed.entry.map(({ id }) => id)
    expect(ids[0]).toBe('tag:checks.example,2025-10-17:/interviews/harbour-hour/claims/1')
    expect(new Set(ids).size).toBe(page.claims.length)
    const kinds = feed.link.filter((each) => each['@rel'] === 'alternate').map((each) => each['@type'])
    expect(new Set(kinds).size).toBe(kinds.length)
    for (const entry of feed.entry) expect(entry.updated >= entry.published).toBe(true)
  })

  it('says where it goes on, and on its last page does not (RFC 5005)', () => {
    const rels = (over: Partial<Feed>) => read(atomFeed(feedOf(over))).link.map((each) => each['@rel'])
    expect(rels({})).toEqual(['self', 'alternate', 'alternate', 'first', 'next'])
    expect(rels({ next: null })).not.toContain('next')
  })

  it('holds any text and stays well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [claim] = page.claims
        if (!claim) throw new Error('The fixture has claims.')
        const entry = claimEntry(
          about,
          { ...claim, claimReviewed: text, explanationHtml: text },
          null,
          ORIGIN,
        )
        expect(XMLValidator.validate(atomFeed(feedOf({ entries: [entry] })))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a JSON feed', () => {
  it('tells the same as the Atom feed', () => {
    const atom = read(atomFeed(feedOf()))
    const json = z
      .object({ next_url: z.url(), items: z.array(z.object({ id: z.string(), title: z.string() })) })
      .parse(JSON.parse(jsonFeed(feedOf())))
    expect(json.items).toEqual(atom.entry.map(({ id, title }) => ({ id, title })))
  })
})

describe('an entry', () => {
  it('of a correction names what was wrong before what is right', () => {
    const [change] = page.changes
    if (!change) throw new Error('The fixture has changes.')
    const entry = changeEntry(about, change, 1, ORIGIN)
    expect(entry.title).toBe('Correction: Mallaby on the ferry, claim 1')
    expect(entry.summary).toBe(
      'What was wrong: We wrote of the lighthouse on the point. What is right: We had named the wrong lighthouse.',
    )
  })

  it('of a claim keeps its name when it is changed, and says when', () => {
    const [claim] = page.claims
    if (!claim) throw new Error('The fixture has claims.')
    const before = claimEntry(about, claim, null, ORIGIN)
    const after = claimEntry(about, { ...claim, claimReviewed: 'Anew.' }, '2025-10-20T08:00:00.000Z', ORIGIN)
    expect(after.id).toBe(before.id)
    expect(after.updated).toBe('2025-10-20T08:00:00.000Z')
    expect(after.published).toBe(before.published)
  })
})
