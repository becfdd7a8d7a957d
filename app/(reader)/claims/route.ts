import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { ClaimsPage } from '@/components/reader/plain-pages'
import { publishedClaims } from '@/publishing/queries'

/** Every published claim, newest check first; `?verdict=` narrows it to one verdict. */
export function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('verdict') ?? ''
  const verdict = /^[a-z0-9-]{1,60}$/.test(asked) ? asked : undefined
  return siteDocument(request, `claims ${verdict ?? ''}`, async () => {
    const claims = await publishedClaims({ verdict })
    const label = verdict ? (claims[0]?.claim.verdict.label ?? 'No such verdict') : null
    return {
      head: {
        title: label ? `Claims: ${label}` : 'Claims',
        description: 'Claims from interviews, with what we found.',
        path: verdict ? `/claims?verdict=${verdict}` : '/claims',
        index: verdict === undefined || claims.length > 0,
      },
      body: createElement(ClaimsPage, {
        title: label ?? 'Claims',
        lead: label
          ? (claims[0]?.claim.verdict.definition ?? '')
          : 'What was presented as fact in the interviews we checked, newest check first.',
        claims,
      }),
    }
  })
}
