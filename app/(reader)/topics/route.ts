import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { TopicsPage } from '@/components/reader/people-pages'
import { publishedTopics } from '@/publishing/published-people'

/** Every topic that published claims are about. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'topics', async ({ settings }) => ({
    head: {
      title: 'Topics',
      description: `What the claims that ${settings.siteName} checked are about.`,
      path: '/topics',
    },
    body: createElement(TopicsPage, { topics: await publishedTopics() }),
  }))
}
