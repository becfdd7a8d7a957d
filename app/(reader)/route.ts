import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { FrontPage } from '@/components/reader/front-page'
import { publishedPages } from '@/publishing/queries'

const A_PAGE = 13

/** The front page: published interviews, the newest large. `?before=` is the moment that older ones go on from. */
export function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('before')
  const before = asked && !Number.isNaN(Date.parse(asked)) ? new Date(asked).toISOString() : undefined
  return siteDocument(request, `front ${before ?? ''}`, async ({ settings }) => {
    const cards = await publishedPages({ limit: A_PAGE + 1, before })
    const shown = cards.slice(0, A_PAGE)
    const last = cards.length > A_PAGE ? shown.at(-1) : undefined
    return {
      head: {
        title: '',
        description: `Interviews, checked claim by claim by ${settings.siteName}.`,
        path: '/',
      },
      body: createElement(FrontPage, {
        siteName: settings.siteName,
        timeZone: settings.timeZone,
        cards: shown,
        older: last ? `/?before=${encodeURIComponent(last.firstPublishedAt)}` : null,
      }),
    }
  })
}
