import { createElement } from 'react'
import { claimListView, placeIn } from '@/app/(reader)/_document/claim-list-view'
import { notFound, siteDocument } from '@/app/(reader)/_document/respond'
import { PersonPage } from '@/components/reader/people-pages'
import { personPath } from '@/publishing/addresses'
import { narrows, readListFilter, withQuery } from '@/publishing/list-filter'
import { publishedPersonAt } from '@/publishing/published-people'

type Params = { params: Promise<{ slug: string }> }

/** A person whom published pages name, with the claims of theirs that were checked. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const person = await publishedPersonAt(slug)
  if (!person) return notFound(request)
  const { query, cursor, after } = placeIn(request)
  const { person: _own, ...filter } = readListFilter(query)
  const path = personPath(slug)
  return siteDocument(
    request,
    `person ${slug} ${JSON.stringify(filter)} ${after}`,
    async ({ settings: { timeZone, siteName } }) => ({
      head: {
        title: person.name,
        feed: { name: `people/${slug}`, title: `Claims: ${person.name}` },
        description: `Claims by ${person.name} that ${siteName} checked, with what we found.`,
        path: withQuery(path, { ...filter, after }),
        index: !narrows(filter) && !after,
      },
      body: createElement(PersonPage, {
        person,
        list: await claimListView(path, { own: { person: slug }, filter, cursor, timeZone }),
      }),
    }),
    { chosen: narrows(filter) || after !== '' },
  )
}
