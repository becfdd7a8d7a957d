import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { ApiPage } from '@/components/reader/api-page'
import { API } from '@/publishing/api/addresses'
import { parametersOf } from '@/publishing/api/openapi'
import { PUBLIC_OPERATIONS } from '@/publishing/api/operations'
import { PROBLEMS } from '@/publishing/api/problem'

/** Next would answer this while it builds, where there is no database yet. */
export const dynamic = 'force-dynamic'

/** Of every list, and so said above them. */
const SAID_ONCE = new Set(['limit', 'cursor'])

/** The API for people: what it has, and where its document is. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'api', async ({ settings }) => ({
    head: {
      title: 'Our checks for programs',
      description: `The published fact-checks of ${settings.siteName} as data.`,
      path: API,
    },
    body: createElement(ApiPage, {
      problems: PROBLEMS,
      operations: PUBLIC_OPERATIONS.map(({ id, path, summary, query }) => ({
        id,
        path,
        summary,
        parameters: parametersOf(query, 'query')
          .filter(({ name }) => !SAID_ONCE.has(name))
          .map(({ name, description }) => ({ name, description: description ?? '' })),
      })),
    }),
  }))
}
