import { createElement } from 'react'
import { notFound, siteDocument } from '@/app/(reader)/_document/respond'
import { ClaimsPage } from '@/components/reader/plain-pages'
import { topicPath } from '@/publishing/addresses'
import { publishedClaims } from '@/publishing/queries'

type Params = { params: Promise<{ slug: string }> }

/** The published claims on one topic. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const claims = await publishedClaims({ topic: slug })
  const name = claims[0]?.claim.topics.find((topic) => topic.slug === slug)?.name
  if (!name) return notFound(request)
  return siteDocument(request, `topic ${slug}`, async () => ({
    head: { title: name, description: `Checked claims about ${name}.`, path: topicPath(slug) },
    body: createElement(ClaimsPage, { title: name, lead: 'Checked claims on this topic.', claims }),
  }))
}
