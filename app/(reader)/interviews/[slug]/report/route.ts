import { createElement } from 'react'
import { publicationDocument } from '@/app/(reader)/_document/respond'
import { ReportPage } from '@/components/reader/report-page'

type Params = { params: Promise<{ slug: string }> }

/** The form in which readers report an error; `?claim=7` chooses what it is about. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const asked = new URL(request.url).searchParams.get('claim') ?? ''
  const claim = /^[1-9]\d{0,4}$/.test(asked) ? asked : ''
  return publicationDocument(request, `report ${slug} ${claim}`, slug, (page) => ({
    head: {
      title: `Report an error: ${page.interview.title}`,
      description: 'Tell the newsroom what is wrong on this page.',
      path: null,
      index: false,
    },
    body: createElement(ReportPage, {
      page: { ...page.interview, number: page.number, claims: page.claims },
      values: { claim, message: '', replyTo: '' },
    }),
  }))
}
