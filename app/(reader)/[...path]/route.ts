import { notFound } from '@/app/(reader)/_document/respond'
import { sitemapPartResponse } from '@/app/(reader)/_document/sitemap-part'
import { sitemapPartOf } from '@/publishing/sitemap'

/** Every address that is nothing else; and the parts of the sitemap, whose names no folder can have. */
export function GET(request: Request): Promise<Response> {
  const part = sitemapPartOf(new URL(request.url).pathname)
  return part ? sitemapPartResponse(request, part) : notFound(request)
}
