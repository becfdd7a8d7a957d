import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Head } from '@/components/reader/reader-document'
import { ShareTags } from '@/components/reader/share-tags'
import { oembed, readOembed } from '@/publishing/oembed'
import { pageFixture } from '@/publishing/snapshot-fixture'

const ORIGIN = 'https://checks.example'
const ASSETS = { css: '/c', fonts: [], icon: '/i', player: '/p', reader: '/r', share: '/s' }
const HEAD: Head = {
  title: 'False: “Fares & more”',
  description: 'Corvin Mallaby: “Fares”',
  path: '/interviews/harbour-hour/claims/1',
  type: 'article',
  published: '2025-10-17T10:00:00.000Z',
  image: { path: '/card.png?v=1', alt: 'False', width: 1200, height: 630, type: 'image/png' },
  feed: { name: 'topics/ferries', title: 'Claims: Ferries' },
  data: { slug: 'harbour-hour', path: '/interviews/harbour-hour/claims/1' },
}
const tagsOf = (head: Head) =>
  renderToStaticMarkup(
    <ShareTags site={{ name: 'The Lantern', origin: ORIGIN, assets: ASSETS }} head={head} />,
  )

describe('what a page offers to whoever shares or follows it', () => {
  it('is a complete card: title, description, address, picture with its size and words', () => {
    const tags = tagsOf(HEAD)
    for (const [name, content] of [
      ['og:site_name', 'The Lantern'],
      ['og:title', 'False: “Fares &amp; more”'],
      ['og:type', 'article'],
      ['og:url', `${ORIGIN}/interviews/harbour-hour/claims/1`],
      ['og:image', `${ORIGIN}/card.png?v=1`],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'False'],
      ['article:published_time', '2025-10-17T10:00:00.000Z'],
    ])
      expect(tags).toContain(`<meta property="${name}" content="${content}"/>`)
    expect(tags).toContain('<meta name="twitter:card" content="summary_large_image"/>')
  })

  it('names the feeds, the page’s own first, and data and oEmbed where there are any', () => {
    const links = [...tagsOf(HEAD).matchAll(/rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
    const hrefs = links.map(([, , href = '']) => href.replaceAll('&amp;', '&'))
    expect(hrefs[0]).toBe('/feeds/topics/ferries.atom')
    for (const path of ['/feeds/corrections.atom', '/interviews/harbour-hour/annotations.json'])
      expect(hrefs).toContain(path)
    const discovered = hrefs.find((href) => href.includes('/oembed'))
    const asked = readOembed(new URL(discovered ?? '').searchParams, ORIGIN)
    if (typeof asked === 'number') throw new Error('What the page names is refused.')
    expect(oembed(pageFixture(), asked, ORIGIN)).toMatchObject({ type: 'rich', version: '1.0' })
  })

  it('is not offered by a page that is not there', () => {
    const tags = tagsOf({ title: 'Not found', description: '', path: null })
    expect(tags).not.toMatch(/rel="alternate"|og:url|og:image/)
  })
})
