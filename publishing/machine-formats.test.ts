import fc from 'fast-check'
import { parse } from 'node-webvtt'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANNOTATIONS_A_PAGE, annotationCollection, annotationPage } from '@/publishing/annotations'
import { claimsCsv } from '@/publishing/claims-csv'
import { claimsVtt } from '@/publishing/claims-vtt'
import { embedSnippet } from '@/publishing/embed-snippet'
import { claimFixture, pageFixture, turnFixture } from '@/publishing/snapshot-fixture'
import { claimPositions, transcriptText } from '@/publishing/transcript-text'
import { wordsOf } from '@/transcripts/words'

const ORIGIN = 'https://checks.example'
const page = pageFixture()

describe('Web Annotations', () => {
  const selector = z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('TextQuoteSelector'),
      exact: z.string().min(1),
      prefix: z.string().optional(),
      suffix: z.string().optional(),
    }),
    z.strictObject({
      type: z.literal('TextPositionSelector'),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
    z.strictObject({
      type: z.literal('FragmentSelector'),
      conformsTo: z.literal('http://www.w3.org/TR/media-frags/'),
      value: z.string().regex(/^t=\d+(\.\d+)?,\d+(\.\d+)?$/),
    }),
  ])
  /** What the model demands of an annotation (https://www.w3.org/TR/annotation-model/, 3). */
  const annotation = z.object({
    id: z.url(),
    type: z.literal('Annotation'),
    motivation: z.enum(['assessing', 'commenting']),
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
    body: z
      .array(z.object({ type: z.enum(['TextualBody', 'SpecificResource']), purpose: z.string() }))
      .min(1),
    target: z
      .array(z.object({ type: z.literal('SpecificResource'), selector: z.array(selector).min(1) }))
      .min(1),
  })
  const pageOfThem = z.object({
    id: z.url(),
    type: z.literal('AnnotationPage'),
    startIndex: z.number().int(),
    next: z.url().optional(),
    items: z.array(annotation),
  })
  const collection = z.object({
    '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
    id: z.url(),
    type: z.literal('AnnotationCollection'),
    total: z.number().int(),
    first: pageOfThem,
    last: z.url(),
  })

  it('say of every claim where its words stand: by quote, by position, by second', () => {
    const { first, total } = collection.parse(annotationCollection(page, ORIGIN))
    expect([total, first.items.length]).toEqual([5, 5])
    const text = [...transcriptText(page)]
    for (const [nth, { target }] of first.items.entries()) {
      const selectors = target.flatMap((each) => each.selector)
      const kinds = selectors.map(({ type }) => type)
      const claim = page.claims[nth]
      if (claim?.place === null) {
        expect(kinds).toEqual(['TextQuoteSelector'])
        continue
      }
      expect(kinds).toEqual([
        'TextQuoteSelector',
        'TextQuoteSelector',
        'TextPositionSelector',
        'FragmentSelector',
      ])
      for (const each of selectors) {
        if (each.type === 'TextPositionSelector')
          expect(text.slice(each.start, each.end).join('')).toBe(claim?.quote)
        if (each.type === 'TextQuoteSelector')
          expect(text.join('')).toContain(`${each.prefix}${each.exact}${each.suffix}`)
      }
    }
  })

  it('are given in pages where there are many, each once', () => {
    const many = Array.from({ length: ANNOTATIONS_A_PAGE + 3 }, (_, nth) =>
      claimFixture(page.turns, nth + 1, { turn: 1, from: 0, to: 2 }),
    )
    const long = { ...page, claims: many }
    const first = pageOfThem.parse(annotationPage(long, ORIGIN, 0))
    const second = pageOfThem.parse(annotationPage(long, ORIGIN, 1))
    expect(first.next).toBe(second.id)
    expect([first.items.length, second.items.length, second.startIndex]).toEqual([200, 3, 200])
    expect(second.next).toBeUndefined()
    expect(collection.parse(annotationCollection(long, ORIGIN)).last).toBe(second.id)
  })
})

it('positions count code points in any script, and never lie', () => {
  const word = fc.stringMatching(/^[a-z\u0627-\u064a\u4e00-\u4e20\u{1f600}-\u{1f64f}]{1,6}$/u)
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      (said, where, which) => {
        const turns = said.map((words, nth) => turnFixture(0, words.join(' '), nth * 10_000))
        const turn = where % turns.length
        const words = wordsOf(turns[turn]?.text ?? '')
        const from = which % words.length
        const lastTurn = (turn + which) % 2 === 0 ? turn : turns.length - 1
        const last = wordsOf(turns[lastTurn]?.text ?? '').length - 1
        const claim = claimFixture(turns, 1, { turn, from, to: last, lastTurn })
        const own = pageFixture({ turns, claims: [claim] })
        const position = claimPositions(own).get(1)
        const text = transcriptText(own)
        expect([...text].slice(position?.start, position?.end).join('')).toBe(claim.quote)
        expect(text.startsWith(claim.quote, position?.index)).toBe(true)
      },
    ),
  )
})

const trackSchema = z.object({
  valid: z.boolean(),
  cues: z.array(z.object({ start: z.number(), text: z.string() })),
})

describe('the track of claims', () => {
  it('is WebVTT whose cues are JSON at the claims’ seconds, in order', () => {
    const wild = {
      ...page,
      claims: page.claims.map((claim) => ({ ...claim, claimReviewed: 'a --> b\n\nNOTE c' })),
    }
    const { valid, cues } = trackSchema.parse(parse(claimsVtt(wild, ORIGIN), { meta: false, strict: true }))
    expect(valid).toBe(true)
    expect(cues).toHaveLength(4)
    const starts = cues.map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(JSON.parse(cues[0]?.text ?? '')).toMatchObject({
      number: 1,
      claimReviewed: 'a --> b\n\nNOTE c',
      verdict: { key: 'false', ratingValue: 1 },
    })
  })
})

describe('the table of claims', () => {
  it('keeps what looks like a formula from being one, and quotes what needs it', () => {
    const [claim] = page.claims
    if (!claim) throw new Error('The fixture has claims.')
    const own = {
      ...claim,
      quote: '=HYPERLINK("http://x")',
      claimReviewed: 'Two\nlines, "quoted"',
      speaker: { ...claim.speaker, name: '@SUM(1)' },
    }
    const csv = claimsCsv([{ page: page.interview, claim: own }], ORIGIN)
    expect(csv.startsWith('\ufeffinterview,interviewUrl,claim,')).toBe(true)
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv).toContain(`,'@SUM(1),`)
    expect(csv).toContain('"Two\nlines, ""quoted"""')
    expect(csv.endsWith('\r\n')).toBe(true)
  })
})

describe('a snippet for other sites', () => {
  it('cannot be left by what a title says', () => {
    const html = embedSnippet({ slug: 'a"b', number: 7, title: '"><script>alert(1)</script>' }, ORIGIN)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('title="&quot;&gt;&lt;script&gt;')
    expect(html).not.toContain('allow-top-navigation')
    expect(html).not.toContain('allow-forms')
  })
})
