import { readSettings } from '@/newsroom/settings'
import { siteOrigin } from '@/platform/env'
import { openApiDocument } from '@/publishing/api/openapi'
import { publicResponse } from '@/publishing/public-pages'
import { preflight } from '../_answer/answer'

/** Next would answer addresses of this name while it builds, where there is no origin yet. */
export const dynamic = 'force-dynamic'

/** The API in the words of machines. */
export async function GET(request: Request): Promise<Response> {
  const { siteName } = await readSettings()
  return publicResponse(request, {
    key: `api document ${siteName}`,
    make: async () => ({
      status: 200,
      type: 'application/vnd.oai.openapi+json;version=3.1',
      body: JSON.stringify(openApiDocument({ origin: siteOrigin(), siteName })),
      open: true,
    }),
  })
}

export const OPTIONS = preflight
