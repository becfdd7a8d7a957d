import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { SearchBusyPage, SearchPage } from '@/components/reader/search-page'
import { search, searchIsFull } from '@/publishing/search/search'
import { readResultCursor } from '@/publishing/search/search-cursor'
import { readSearchFilter, searchPath } from '@/publishing/search/search-filter'

const A_PAGE = 20

/** The search over claims and transcripts. Its results are no pages for search engines. */
export function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const filter = readSearchFilter(query)
  const after = readResultCursor(query.get('after')) ? query.get('after') : null
  const path = searchPath(filter, after)
  if (filter.q && searchIsFull()) return busy(request)
  return siteDocument(
    request,
    path,
    async ({ settings: { siteName, timeZone } }) => {
      const found = filter.q ? await search(filter, { after, limit: A_PAGE }) : null
      return {
        head: {
          title: filter.q ? `Search: ${filter.q}` : 'Search',
          description: `Search the claims that ${siteName} checked and the transcripts of interviews.`,
          path: filter.q ? path : '/search',
          index: filter.q === '',
        },
        body: createElement(SearchPage, { filter, found, further: after !== null, timeZone }),
      }
    },
    { chosen: true },
  )
}

function busy(request: Request): Promise<Response> {
  return siteDocument(request, 'search busy', async () => ({
    status: 503,
    head: { title: 'Search', description: 'The search is busy.', path: null, index: false },
    body: createElement(SearchBusyPage),
  }))
}
