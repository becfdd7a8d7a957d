import { createElement } from 'react'
import { framedDocument } from '@/app/(reader)/_document/respond'
import { EmbedInterview } from '@/components/reader/embed/embed-interview'
import { pagePath } from '@/publishing/addresses'

type Params = { params: Promise<{ slug: string }> }

/** An interview for a frame on another site. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return framedDocument(request, `embed ${slug}`, slug, (page, { origin }) => ({
    title: page.interview.title,
    canonical: `${origin}${pagePath(slug)}`,
    body: createElement(EmbedInterview, { page, origin }),
  }))
}
