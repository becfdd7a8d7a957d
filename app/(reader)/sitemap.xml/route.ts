import { siteFile } from '@/app/(reader)/_document/respond'
import { sitemapIndex, sitemapParts } from '@/publishing/sitemap'
import { countPlaces } from '@/publishing/sitemap-queries'

/** Next would answer addresses of this name while it builds, where there is no database and no origin yet. */
export const dynamic = 'force-dynamic'

/** The sitemap of sitemaps; its parts are answered beside it (`/sitemap-claims-1.xml`). */
export async function GET(request: Request): Promise<Response> {
  return siteFile(request, 'sitemap', async ({ origin }) => {
    const { counts, changed } = await countPlaces()
    return {
      status: 200,
      type: 'application/xml; charset=utf-8',
      body: sitemapIndex(origin, sitemapParts(counts), changed),
    }
  })
}
