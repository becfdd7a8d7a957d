import { createElement } from 'react'
import { placeIn } from '@/app/(reader)/_document/claim-list-view'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { InterviewsPage } from '@/components/reader/interviews-page'
import { withQuery } from '@/publishing/list-filter'
import { publishedInterviews } from '@/publishing/published-pages'

const A_PAGE = 18

/** All published interviews. */
export function GET(request: Request): Promise<Response> {
  const { cursor, after } = placeIn(request)
  return siteDocument(
    request,
    `interviews ${after}`,
    async ({ settings: { siteName, timeZone } }) => {
      const { rows: cards, newer, older } = await publishedInterviews({ cursor, limit: A_PAGE })
      const at = (to: string | null) => to && withQuery('/interviews', { after: to })
      return {
        head: {
          title: 'Interviews',
          description: `Interviews, checked claim by claim by ${siteName}.`,
          path: withQuery('/interviews', { after }),
          index: !after,
        },
        body: createElement(InterviewsPage, {
          siteName,
          timeZone,
          cards,
          newer: at(newer),
          older: at(older),
        }),
      }
    },
    { chosen: after !== '' },
  )
}
