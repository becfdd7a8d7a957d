import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodePage } from '@/claims/sources/decode-page'
import { fileFacts } from '@/claims/sources/file-facts'
import { dayIn } from '@/claims/sources/page-day'
import { line, pageFacts } from '@/claims/sources/page-facts'

const AT = new URL('https://www.records.example/a/trees?utm=1')
const facts = (html: string) => pageFacts(html, AT)

describe('what a page says of itself', () => {
  test('an article by its JSON-LD, with a publisher that stands elsewhere in the graph', () => {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', '@id': '#us', name: 'The Harbour Record' },
        {
          '@type': ['NewsArticle'],
          headline: 'Forty thousand trees &amp; no more',
          author: [{ '@type': 'Person', name: 'Ada Quill' }, { name: 'Bo Marsh' }],
          publisher: { '@id': '#us' },
          datePublished: '2026-03-04T23:30:00-05:00',
          description: 'What the register says.',
        },
      ],
    }
    const html = `<html lang="en-GB"><head><title>Site | Trees</title><meta property="og:title" content="Trees, shared">
      <link rel="canonical" href="/a/trees"><script type="application/ld+json">${JSON.stringify(graph)}</script></head></html>`
    expect(facts(html)).toEqual({
      title: 'Forty thousand trees &amp; no more',
      publisher: 'The Harbour Record',
      author: 'Ada Quill, Bo Marsh',
      publishedOn: '2026-03-04',
      language: 'en-GB',
      canonicalUrl: 'https://www.records.example/a/trees',
      description: 'What the register says.',
      kind: null,
      appearanceKind: 'article',
    })
  })

  test('a paper by what it gives for citing, a dataset, a report and a post by their kind', () => {
    expect(
      facts(`<meta name="citation_title" content="Trees counted"><meta name="citation_journal_title" content="Forestry">
        <meta name="citation_author" content="Birch, D."><meta name="citation_publication_date" content="2025/7/1">`),
    ).toMatchObject({
      title: 'Trees counted',
      publisher: 'Forestry',
      author: 'Birch, D.',
      publishedOn: '2025-07-01',
      kind: 'report',
    })
    const typed = (type: string) =>
      facts(`<script type="application/ld+json">{"@type":"${type}","name":"N"}</script>`)
    expect(typed('Dataset')).toMatchObject({ title: 'N', kind: 'dataset', appearanceKind: 'document' })
    expect(typed('https://schema.org/Report')).toMatchObject({ kind: 'report' })
    expect(typed('SocialMediaPosting')).toMatchObject({ kind: 'post', appearanceKind: 'post' })
    expect(
      facts(
        '<meta name="DC.Title" content="Register"><meta name="DC.Publisher" content="Port"><meta name="DC.Date" content="2024-02-29">',
      ),
    ).toMatchObject({ title: 'Register', publisher: 'Port', publishedOn: '2024-02-29' })
  })

  test('without any of it, by what HTML itself has', () => {
    const html = `<svg><title>Logo</title></svg><title>
      Trees
      &ndash; of the port</title><time datetime="2026-01-02T10:00Z">yesterday</time>`
    expect(facts(html)).toMatchObject({
      title: 'Trees – of the port',
      publisher: 'records.example',
      publishedOn: '2026-01-02',
      canonicalUrl: null,
    })
  })

  test('no page names another site as its own, nor a script as its address', () => {
    const canonical = (href: string) => facts(`<link rel=canonical href="${href}">`).canonicalUrl
    expect(canonical('https://elsewhere.example/a')).toBeNull()
    expect(canonical('javascript:alert(1)')).toBeNull()
    expect(canonical('https://user:x@records.example/')).toBeNull()
    expect(canonical('https://records.example/b')).toBe('https://records.example/b')
  })

  test('what is broken says nothing, and nothing throws', () => {
    expect(
      facts('<script type="application/ld+json">{"@type":"Article",</script><title>T</title>').title,
    ).toBe('T')
    expect(facts(`<script type="application/ld+json">${'['.repeat(200_000)}</script>`).title).toBe('')
    const deep = `{"@type":"Article","headline":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(facts(`<script type="application/ld+json">${deep}</script><title>T</title>`).title).toBe('T')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.json(), (noise, json) => {
        const found = facts(`<title>${noise}<script type='application/ld+json'>${json}</script>${noise}`)
        expect(found.title.length).toBeLessThanOrEqual(300)
        expect(found.title).not.toMatch(/[\p{Cc}\u202e]/u)
      }),
    )
  })

  test('a line is cut at a word and holds no signs that turn it around', () => {
    expect(line('a\u202eb\u0000 c\n d', 100)).toBe('ab c d')
    expect(line('one two three', 9)).toBe('one two…')
  })
})

describe('days', () => {
  test.each([
    ['2026-03-04', '2026-03-04'],
    ['2026-03-04T23:59:59-11:00', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['March 4th, 2026', '2026-03-04'],
    ['Wed, 04 Mar 2026 23:10:00 GMT', '2026-03-04'],
    ['Wednesday, March 4, 2026 11:10 PM', '2026-03-04'],
    ['2026-02-30', null],
    ['12/11/2026', null],
    ['yesterday', null],
    ['2026', null],
    ['', null],
  ])('%s is %s', (written, day) => {
    expect(dayIn(written)).toBe(day)
  })
})

describe('encodings', () => {
  const TEXT = 'Größe der Bäume in Łódź'
  test.each([
    ['a header', iconv.encode(TEXT, 'iso-8859-2'), 'text/html; charset=ISO-8859-2'],
    ['a meta element', iconv.encode(`<meta charset="windows-1250"><p>${TEXT}`, 'windows-1250'), 'text/html'],
    ['a mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'text/html; charset=utf-8'],
    ['nothing, being UTF-8', Buffer.from(TEXT), 'text/html'],
    ['a name that nobody knows', Buffer.from(TEXT), 'text/html; charset=klingon'],
  ])('a page is read by %s', (_what, bytes, contentType) => {
    expect(decodePage(bytes, contentType)).toContain(TEXT)
  })
})

test('a file that is no page is named by its head', () => {
  const head = {
    url: new URL('https://port.example/files/B%C3%A4ume%202026.pdf'),
    language: '',
    contentDisposition: '',
  }
  expect(fileFacts({ ...head, mime: 'application/pdf' })).toMatchObject({
    title: 'Bäume 2026.pdf',
    kind: 'document',
    publisher: 'port.example',
  })
  expect(
    fileFacts({
      ...head,
      mime: 'text/csv',
      contentDisposition: `attachment; filename="a.csv"; filename*=UTF-8''B%C3%A4ume.csv`,
    }),
  ).toMatchObject({ title: 'Bäume.csv', kind: 'dataset' })
  expect(fileFacts({ ...head, mime: 'application/x-msdownload' })).toBeNull()
  expect(fileFacts({ ...head, mime: '' })).toBeNull()
})
