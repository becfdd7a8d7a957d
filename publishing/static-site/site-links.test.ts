import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn, withAddresses } from '@/publishing/static-site/site-links'

const SITE = 'https://checks.example'
const to = (address: string) => {
  const path = address.replace(SITE, '')
  if (path.startsWith('/search')) return null
  return path.startsWith('/a') ? `/moved${path}/` : path || '/'
}
const html = (text: string) => withAddresses(text, 'text/html', SITE, to)

describe('addresses of a written page', () => {
  it('are put right in links, sources and data, with and without the site’s name, and nowhere else', () => {
    expect(
      html('<a href="/a">/a</a> <img srcSet="/a?w=1 480w, /b 960w"> <audio data-words="/a"></audio>'),
    ).toBe(
      '<a href="/moved/a/">/a</a> <img srcSet="/moved/a?w=1/ 480w, /b 960w"> <audio data-words="/moved/a/"></audio>',
    )
    expect(html(`<link rel="canonical" href="${SITE}/a"> See ${SITE}/a. Not ${SITE}.evil/a or //x/a`)).toBe(
      `<link rel="canonical" href="${SITE}/moved/a/"> See ${SITE}/moved/a/. Not ${SITE}.evil/a or //x/a`,
    )
    expect(html('<a href="/a?x=1&amp;y=2" title="1 > 0">on</a>')).toBe(
      '<a href="/moved/a?x=1&amp;y=2/" title="1 > 0">on</a>',
    )
    const data = `<script type="application/ld+json">{"url":"${SITE}/a?x=1&y=2"}</script>`
    expect(html(data)).toBe(data.replace('/a?x=1&y=2', '/moved/a?x=1&y=2/'))
    expect(withAddresses('a{src:url(/a)} b{src:url("/b")}', 'text/css', SITE, to)).toBe(
      'a{src:url(/moved/a/)} b{src:url("/b")}',
    )
  })

  it('that lead nowhere are taken out with the line that held nothing else, and so are forms', () => {
    expect(html('<ul><li><a href="/a">A</a></li><li><a href="/search">Search</a></li></ul>')).toBe(
      '<ul><li><a href="/moved/a/">A</a></li></ul>',
    )
    expect(html('<p>Or <a href="/search?q=x">search</a> it.</p>')).toBe('<p>Or  it.</p>')
    expect(html('<form action="/search"><a href="/a">x</a><input></form><b>y</b>')).toBe('<b>y</b>')
    expect(html('<form class="speed"><select></select></form>')).toContain('<select>')
  })

  it('are found as they will be asked for', () => {
    const found = addressesIn(
      `<a href="/a?x=1&amp;y=2"></a><p>${SITE}/b</p><a href="//x">n</a>`,
      'text/html',
      SITE,
    )
    const oembed = `<link href="${SITE}/oembed?url=https%3A%2F%2Fx&amp;format=json">`
    expect(addressesIn(oembed, 'text/html', SITE)).toEqual([`${SITE}/oembed?url=https%3A%2F%2Fx&format=json`])
    expect(found.sort()).toEqual(['/a?x=1&y=2', `${SITE}/b`])
  })

  it('leave every other byte as it was', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<a href="/b">',
        '</a>',
        '<p title="a > b">',
        '</p>',
        '"',
        '&amp;',
        '<',
        '<!-- href="/a" -->',
      ),
      fc.string({ maxLength: 12, unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const page = pieces.join('')
        expect(withAddresses(page, 'text/html', SITE, (address) => address)).toBe(page)
      }),
    )
  })
})
