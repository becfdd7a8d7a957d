import { createElement } from 'react'
import { publicationDocument } from '@/app/(reader)/_document/respond'
import { HistoryPage } from '@/components/reader/history-page'
import { historyPath } from '@/publishing/addresses'

type Params = { params: Promise<{ slug: string }> }

/** What readers were told of each change to one page since it was first published. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationDocument(request, `history ${slug}`, slug, (page) => ({
    head: {
      title: `Changes: ${page.interview.title}`,
      description: `Every correction, clarification and update to “${page.interview.title}”.`,
      path: historyPath(slug),
    },
    body: createElement(HistoryPage, { page }),
  }))
}
