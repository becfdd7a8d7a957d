import { siteOrigin } from '@/platform/env'
import { claimPath, pagePath } from '@/publishing/addresses'
import { publicResponse } from '@/publishing/public-pages'
import { publishedClaims, publishedPages, publishedState } from '@/publishing/queries'
import { sitemap } from '@/publishing/sitemap'

/** Next would answer addresses of this name while it builds, where there is no database and no origin yet. */
export const dynamic = 'force-dynamic'

/** Most addresses that one sitemap may hold (https://www.sitemaps.org/protocol.html). */
const MOST = 50_000
const PAGES = 5_000

/** Every page and claim that stands. */
export async function GET(request: Request): Promise<Response> {
  const origin = siteOrigin()
  return publicResponse(request, {
    key: `sitemap ${await publishedState()}`,
    make: async () => {
      const [pages, claims] = await Promise.all([
        publishedPages({ limit: PAGES }),
        publishedClaims({ limit: MOST - PAGES - 4 }),
      ])
      const places = [
        ...['/', '/claims', '/corrections', '/methodology'].map((path) => ({ path, changed: null })),
        ...pages.map((page) => ({ path: pagePath(page.slug), changed: page.publishedAt })),
        ...claims.map(({ slug, claim }) => ({ path: claimPath(slug, claim.number), changed: null })),
      ]
      return { status: 200, type: 'application/xml; charset=utf-8', body: sitemap(origin, places) }
    },
  })
}
