import { createElement } from 'react'
import { placeIn } from '@/app/(reader)/_document/claim-list-view'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { CorrectionsPage } from '@/components/reader/corrections-page'
import { withQuery } from '@/publishing/list-filter'
import { publishedChangeCounts, publishedChangesPage } from '@/publishing/published-pages'
import { publicChangeSchema } from '@/publishing/snapshot-schema'

const A_PAGE = 30

/** How we correct, and every public change so far; `?kind=` shows corrections, clarifications or updates alone. */
export function GET(request: Request): Promise<Response> {
  const { query, cursor, after } = placeIn(request)
  const kind = publicChangeSchema.shape.kind.options.find((one) => one === query.get('kind'))
  return siteDocument(
    request,
    `corrections ${kind ?? ''} ${after}`,
    async ({ settings, policies }) => {
      const [{ rows: changes, newer, older }, counts] = await Promise.all([
        publishedChangesPage(kind, { cursor, limit: A_PAGE }),
        publishedChangeCounts(),
      ])
      return {
        head: {
          title: 'Corrections',
          description: `Corrections, clarifications and updates by ${settings.siteName}.`,
          path: withQuery('/corrections', { kind, after }),
          index: !kind && !after,
        },
        body: createElement(CorrectionsPage, {
          policyHtml: policies.correctionsHtml,
          changes,
          counts,
          kind,
          newer,
          older,
          timeZone: settings.timeZone,
        }),
      }
    },
    { chosen: after !== '' },
  )
}
