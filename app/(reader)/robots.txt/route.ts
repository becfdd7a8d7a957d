import { siteOrigin } from '@/platform/env'
import { publicResponse } from '@/publishing/public-pages'

/** Next would answer addresses of this name while it builds, where there is no database and no origin yet. */
export const dynamic = 'force-dynamic'

/** Public pages may be read by machines; the desk is nothing for them. */
export function GET(request: Request): Promise<Response> {
  const text = [
    'User-agent: *',
    ...['/desk', '/api/', '/sign-in', '/welcome', '/preview/', '/search'].map((path) => `Disallow: ${path}`),
    '',
    ...['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${siteOrigin()}${path}`),
    '',
  ].join('\n')
  return publicResponse(request, {
    key: 'robots',
    make: async () => ({ status: 200, type: 'text/plain; charset=utf-8', body: text }),
  })
}
