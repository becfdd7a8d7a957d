import 'server-only'
import { siteFile } from '@/app/(reader)/_document/respond'
import { type SitemapPart, sitemap, sitemapPartPath } from '@/publishing/sitemap'
import { placesOf } from '@/publishing/sitemap-queries'

/** Answers with one part of the sitemap; 404 where it would list nothing. */
export function sitemapPartResponse(request: Request, part: SitemapPart): Promise<Response> {
  return siteFile(request, sitemapPartPath(part), async ({ origin }) => {
    const places = await placesOf(part)
    if (places.length === 0) return null
    return { status: 200, type: 'application/xml; charset=utf-8', body: sitemap(origin, places) }
  })
}
