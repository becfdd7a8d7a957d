import { siteFile } from '@/app/(reader)/_document/respond'
import { now } from '@/platform/clock'
import { newsHour, newsSince, newsSitemap } from '@/publishing/sitemap'
import { newsPlaces } from '@/publishing/sitemap-queries'

/** Next would answer addresses of this name while it builds, where there is no database and no origin yet. */
export const dynamic = 'force-dynamic'

/** What was first published in the last two days, for news search. Made anew with each hour. */
export async function GET(request: Request): Promise<Response> {
  const hour = newsHour(now())
  return siteFile(request, `news sitemap ${hour}`, async ({ origin, settings }) => ({
    status: 200,
    type: 'application/xml; charset=utf-8',
    body: newsSitemap(origin, settings.siteName, await newsPlaces(newsSince(hour))),
  }))
}
