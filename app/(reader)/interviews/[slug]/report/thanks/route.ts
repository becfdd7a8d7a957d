import { createElement } from 'react'
import { publicationDocument } from '@/app/(reader)/_document/respond'
import { ReportThanksPage } from '@/components/reader/report-page'

type Params = { params: Promise<{ slug: string }> }

/** Where a report that was sent leads to; the same for everybody. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationDocument(request, `report thanks ${slug}`, slug, (page) => ({
    head: {
      title: 'Thank you',
      description: 'The report has reached the newsroom.',
      path: null,
      index: false,
    },
    body: createElement(ReportThanksPage, { page: page.interview }),
  }))
}
