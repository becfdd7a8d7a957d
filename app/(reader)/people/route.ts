import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { PeoplePage } from '@/components/reader/people-pages'
import { publishedPeople } from '@/publishing/published-people'

/** Everybody whom a published page names with a page of their own. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'people', async ({ settings }) => ({
    head: {
      title: 'People',
      description: `Who spoke in the interviews that ${settings.siteName} checked.`,
      path: '/people',
    },
    body: createElement(PeoplePage, { people: await publishedPeople() }),
  }))
}
