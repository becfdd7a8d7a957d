import { createElement } from 'react'
import { claimListView, placeIn } from '@/app/(reader)/_document/claim-list-view'
import { notFound, siteDocument } from '@/app/(reader)/_document/respond'
import { TopicPage } from '@/components/reader/people-pages'
import { topicPath } from '@/publishing/addresses'
import { narrows, readListFilter, withQuery } from '@/publishing/list-filter'
import { publishedTopicAt } from '@/publishing/published-people'

type Params = { params: Promise<{ slug: string }> }

/** The published claims on one topic. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const topic = await publishedTopicAt(slug)
  if (!topic) return notFound(request)
  const { query, cursor, after } = placeIn(request)
  const { topic: _own, ...filter } = readListFilter(query)
  const path = topicPath(slug)
  return siteDocument(
    request,
    `topic ${slug} ${JSON.stringify(filter)} ${after}`,
    async ({ settings: { timeZone } }) => ({
      head: {
        title: topic.name,
        feed: { name: `topics/${slug}`, title: `Claims: ${topic.name}` },
        description: `Checked claims about ${topic.name}.`,
        path: withQuery(path, { ...filter, after }),
        index: !narrows(filter) && !after,
      },
      body: createElement(TopicPage, {
        topic,
        list: await claimListView(path, { own: { topic: slug }, filter, cursor, timeZone }),
      }),
    }),
    { chosen: narrows(filter) || after !== '' },
  )
}
